using System.Globalization;
using Registry.Children.Cards;
using Registry.Contracts;
using Registry.Kernel.People;

namespace Registry.Children.Registers;

internal enum ComparedState
{
    /// <summary>The register says what the card says.</summary>
    Same,

    /// <summary>The card has nothing here yet.</summary>
    New,

    /// <summary>The card says otherwise: a disagreement, never an overwrite.</summary>
    Differs,
}

/// <summary>One field as the card has it and as it came.</summary>
/// <param name="Field">Name inside the section; of a list with what tells its entries apart.</param>
/// <param name="Dictionary">Whose codes the values are, or <c>sex</c>; null for texts and days (ISO).</param>
/// <param name="Take">The card with this field as it came.</param>
internal sealed record ComparedField(
    RegisterKind Kind,
    SectionCode Section,
    string Field,
    string? Here,
    string Came,
    ComparedState State,
    string? Dictionary,
    Func<CardContents, CardContents> Take
);

/// <summary>Sets what registers say beside what the card says, field by field [18]. Reads nothing and changes nothing by itself.</summary>
internal static class CardComparison
{
    private const string Between = " · ";

    /// <summary>Paid by the Social Fund; the register of benefits does not know it.</summary>
    private const string Pension = "survivors-pension";

    public static List<ComparedField> Of(CardContents card, IEnumerable<RegisterReply> replies) =>
        [
            .. replies
                .SelectMany(r => (r.Answer is null ? [] : OfAnswer(card, r.Kind, r.Answer)).Concat(Ended(card, r)))
                // two registers may tell of the same field, as the birth act and the family of a mother
                .DistinctBy(f => (f.Kind, f.Section, f.Field, f.Came)),
        ];

    /// <summary>That the child died stands in no field of the card: it is only proposed as a change of status [20.1].</summary>
    public static ComparedField Died(DateOnly on) =>
        new(RegisterKind.Person, SectionCode.LegalStatus, "deathDate", null, Iso(on)!, ComparedState.New, null, card => card);

    /// <summary>The register of benefits lists what is paid now: a benefit of the card that it does not list has ended.</summary>
    private static IEnumerable<ComparedField> Ended(CardContents card, RegisterReply reply)
    {
        if (
            reply is not { Kind: RegisterKind.Benefits, Outcome: RegisterOutcome.Found or RegisterOutcome.NotFound, Unmapped.Count: 0 }
            || card.Payments?.List is not { } list
        )
            yield break;
        var on = DateOnly.FromDateTime(reply.At);
        var paid = (reply.Answer as PaymentsAnswer)?.Payments.Select(p => p.Kind).ToHashSet() ?? [];
        foreach (
            var here in list.Where(p => p.Received && p.Kind != Pension && !paid.Contains(p.Kind) && (p.Until ?? DateOnly.MaxValue) > on)
        )
            yield return new(
                reply.Kind,
                SectionCode.Payments,
                $"payment.{here.Kind}",
                CardFields.Of(here),
                "ended",
                ComparedState.Differs,
                "payment-state",
                c => c with { Payments = c.Payments! with { List = Replaced(c.Payments.List, here, here with { Until = on }) } }
            );
    }

    private static IEnumerable<ComparedField> OfAnswer(CardContents card, RegisterKind kind, RegisterAnswer answer) =>
        answer switch
        {
            PersonAnswer a => Person(card, kind, a),
            AddressAnswer a => Address(card, kind, a),
            FamilyAnswer a => a.Members.Select(m => Relative(card, kind, m.Relation, m.FullName, m.BirthDate)),
            DisabilityAnswer a => OfDisability(card, kind, a),
            PaymentsAnswer a => a.Payments.Select(p => OfPayment(card, kind, p)),
            PropertyAnswer a => a.Property.Select(p => OfProperty(card, kind, p)),
            BirthActAnswer a => BirthAct(card, kind, a),
            EducationAnswer a => Education(card, kind, a),
            _ => [],
        };

    private static IEnumerable<ComparedField> Person(CardContents card, RegisterKind kind, PersonAnswer a)
    {
        var fields = new Fields(card, kind, SectionCode.Identity);
        Func<CardContents, CardContents> Set(Func<Identity, Identity> change) => c => c with { Identity = change(c.Identity ?? new()) };
        return fields.Given(
            fields.Name("surname", a.Surname, Set(i => i with { Surname = a.Surname })),
            fields.Name("name", a.Name, Set(i => i with { Name = a.Name })),
            fields.Name("patronymic", a.Patronymic, Set(i => i with { Patronymic = a.Patronymic, NoPatronymic = false })),
            fields.Text("sex", a.Sex, Set(i => i with { Sex = Enum.Parse<Sex>(a.Sex!) }), "sex"),
            fields.Day("birthDate", a.BirthDate, Set(i => i with { BirthDate = a.BirthDate, BirthDateEstimated = false })),
            fields.Text("citizenship", a.Citizenship, Set(i => i with { Citizenship = a.Citizenship })),
            fields.Text("pin", a.Pin, Set(i => i with { Pin = a.Pin }))
        );
    }

    private static IEnumerable<ComparedField> Address(CardContents card, RegisterKind kind, AddressAnswer a)
    {
        var fields = new Fields(card, kind, SectionCode.Residence);
        Func<CardContents, CardContents> Set(Func<Residence, Residence> change) =>
            c => c with { Residence = change(c.Residence ?? new()) with { NoResidence = false } };
        return fields.Given(
            fields.Text(
                "registeredTerritory",
                a.RegisteredTerritory,
                Set(r => r with { RegisteredTerritory = a.RegisteredTerritory }),
                "territory"
            ),
            fields.Text("registeredAddress", a.RegisteredAddress, Set(r => r with { RegisteredAddress = a.RegisteredAddress })),
            fields.Text("actualTerritory", a.ActualTerritory, Set(r => r with { ActualTerritory = a.ActualTerritory }), "territory"),
            fields.Text("actualAddress", a.ActualAddress, Set(r => r with { ActualAddress = a.ActualAddress }))
        );
    }

    private static ComparedField Relative(CardContents card, RegisterKind kind, string relation, string fullName, DateOnly? born)
    {
        var came = Joined(fullName, Iso(born));
        var here = Told(card.Relatives?.List ?? [], relation, fullName);
        var same = here is not null && SameName(here.FullName, fullName) && (born is null || here.BirthDate == born);
        return new(
            kind,
            SectionCode.Relatives,
            $"relative.{relation}",
            here is null ? null : CardFields.Of(here),
            came,
            here is null ? ComparedState.New
                : same ? ComparedState.Same
                : ComparedState.Differs,
            null,
            c =>
            {
                // another register may have told of the same person in the same breath
                var before = c.Relatives ?? new();
                var there = Told(before.List ?? [], relation, fullName);
                var now = (there ?? new Relative(relation, fullName)) with { FullName = fullName, BirthDate = born ?? there?.BirthDate };
                return c with { Relatives = before with { List = Replaced(before.List, there, now) } };
            }
        );
    }

    /// <summary>A child has one mother and one father; of others the name tells which one is meant.</summary>
    private static Relative? Told(IReadOnlyList<Relative> list, string relation, string fullName) =>
        list.FirstOrDefault(r => r.Relation == relation && (relation is "mother" or "father" || SameName(r.FullName, fullName)));

    private static IEnumerable<ComparedField> OfDisability(CardContents card, RegisterKind kind, DisabilityAnswer a)
    {
        var fields = new Fields(card, kind, SectionCode.Disability);
        Func<CardContents, CardContents> Set(Func<Disability, Disability> change) =>
            c => c with { Disability = change(c.Disability ?? new()) };
        return fields.Given(
            fields.Text("has", a.Has ? "yes" : "no", Set(d => d with { Has = a.Has }), "yes-no"),
            fields.Text("group", a.Group, Set(d => d with { Has = true, Group = a.Group }), "disability"),
            fields.Day("since", a.Since, Set(d => d with { Has = true, Since = a.Since })),
            fields.Day("until", a.Until, Set(d => d with { Has = true, Until = a.Until })),
            fields.Text("examination", a.Examination, Set(d => d with { Examination = a.Examination }))
        );
    }

    private static ComparedField OfPayment(CardContents card, RegisterKind kind, PaymentOfRegister p)
    {
        var here = (card.Payments?.List ?? []).FirstOrDefault(x => x.Kind == p.Kind && x.Received);
        var now = new Payment(p.Kind, true, p.Since, p.Until);
        return new(
            kind,
            SectionCode.Payments,
            $"payment.{p.Kind}",
            here is null ? null : CardFields.Of(here),
            CardFields.Of(now),
            here is null ? ComparedState.New
                : here == now ? ComparedState.Same
                : ComparedState.Differs,
            null,
            c =>
            {
                var before = c.Payments ?? new();
                var earlier = (before.List ?? []).FirstOrDefault(x => x.Kind == p.Kind);
                return c with { Payments = before with { ReceivesAny = true, List = Replaced(before.List, earlier, now) } };
            }
        );
    }

    private static ComparedField OfProperty(CardContents card, RegisterKind kind, PropertyOfRegister p)
    {
        var here = (card.Property?.List ?? []).FirstOrDefault(x => Alike(x.Description, p.Description));
        return new(
            kind,
            SectionCode.Property,
            $"belonging.{p.Kind}",
            here?.Description,
            p.Description,
            here is null ? ComparedState.New : ComparedState.Same,
            null,
            c =>
            {
                var before = c.Property ?? new();
                var now = new Belonging(p.Kind, p.Description);
                return c with { Property = before with { HasOther = true, List = Replaced(before.List, null, now) } };
            }
        );
    }

    private static IEnumerable<ComparedField> BirthAct(CardContents card, RegisterKind kind, BirthActAnswer a)
    {
        if (a.Number is { } number)
        {
            const string birthCertificate = "birth-certificate";
            var here = (card.Documents?.List ?? []).FirstOrDefault(d => d.Kind == birthCertificate);
            var now = new Document(birthCertificate, number, a.IssuedOn, a.IssuedBy);
            var state =
                here?.Number is null ? ComparedState.New
                : Alike(here.Number, number) ? ComparedState.Same
                : ComparedState.Differs;
            yield return new(
                kind,
                SectionCode.Documents,
                "birthCertificate",
                here?.Number is null ? null : CardFields.Of(here),
                CardFields.Of(now),
                state,
                null,
                c =>
                {
                    var before = c.Documents ?? new();
                    var earlier = (before.List ?? []).FirstOrDefault(d => d.Kind == birthCertificate);
                    return c with { Documents = before with { HasBirthCertificate = true, List = Replaced(before.List, earlier, now) } };
                }
            );
        }
        if (a.Mother is { } mother)
            yield return Relative(card, kind, "mother", mother, null);
        if (a.Father is { } father)
            yield return Relative(card, kind, "father", father, null);
    }

    private static IEnumerable<ComparedField> Education(CardContents card, RegisterKind kind, EducationAnswer a)
    {
        var fields = new Fields(card, kind, SectionCode.Further);
        Func<CardContents, CardContents> Set(string code, string value) =>
            c =>
                c with
                {
                    Further = new(new Dictionary<string, string>(c.Further?.Values ?? new Dictionary<string, string>()) { [code] = value }),
                };
        return fields.Given(
            fields.Text("school", a.School, Set("school", a.School!)),
            fields.Text("class", a.Class, Set("class", a.Class!))
        );
    }

    /// <summary>Fields of one section that hold a single value.</summary>
    private sealed class Fields(CardContents card, RegisterKind kind, SectionCode section)
    {
        public ComparedField? Text(string field, string? came, Func<CardContents, CardContents> take, string? dictionary = null) =>
            Made(field, dictionary is "sex" ? came?.ToLowerInvariant() : came, Alike, take, dictionary);

        public ComparedField? Name(string field, string? came, Func<CardContents, CardContents> take) =>
            Made(field, came, SameName, take, null);

        public ComparedField? Day(string field, DateOnly? came, Func<CardContents, CardContents> take) =>
            Made(field, Iso(came), Alike, take, null);

        public IEnumerable<ComparedField> Given(params ComparedField?[] fields) => fields.OfType<ComparedField>();

        private ComparedField? Made(
            string field,
            string? came,
            Func<string, string, bool> same,
            Func<CardContents, CardContents> take,
            string? dictionary
        )
        {
            if (string.IsNullOrWhiteSpace(came))
                return null;
            var here = CardFields.Values(card, section, field).FirstOrDefault();
            var state =
                here is null ? ComparedState.New
                : same(here, came) ? ComparedState.Same
                : ComparedState.Differs;
            return new(kind, section, field, here, came, state, dictionary, take);
        }
    }

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T>? list, T? before, T now)
        where T : class =>
        before is null ? [.. list ?? [], now] : [.. (list ?? []).Select(x => ReferenceEquals(x, before) || x.Equals(before) ? now : x)];

    private static bool SameName(string one, string other) =>
        NameKey.Words(one).Order(StringComparer.Ordinal).SequenceEqual(NameKey.Words(other).Order(StringComparer.Ordinal));

    private static bool Alike(string one, string other) =>
        string.Compare(one.Trim(), other.Trim(), CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols)
        == 0;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Joined(params string?[] parts) => string.Join(Between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
