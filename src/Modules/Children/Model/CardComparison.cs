using Registry.Basics.People;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <summary>Compares what registers say with what the card says, field by field [18]. Reads and changes nothing by itself.</summary>
internal static class CardComparison
{
    public static List<ComparedField> Of(CardContents card, IEnumerable<RegisterReply> replies) =>
        [
            .. replies
                .SelectMany(r => (r.Answer is null ? [] : OfAnswer(card, r.Kind, r.Answer)).Concat(ListComparison.Ended(card, r)))
                // a value repeated in an answer counts once; the second brother in an answer is a different field from the first
                .DistinctBy(f => (f.Kind, f.Section, f.Field, f.Came))
                .GroupBy(f => (f.Kind, f.Section, f.Field))
                .SelectMany(g => g.Select((f, i) => i == 0 ? f : f with { Field = $"{f.Field}.{i + 1}" })),
        ];

    /// <summary>The card has no field for the child's death: it is only proposed as a change of status [20.1].</summary>
    public static ComparedField Died(DateOnly on) =>
        new(RegisterKind.Person, SectionCode.LegalStatus, "deathDate", null, CardFields.Iso(on)!, ComparedState.New, null, card => card);

    private static IEnumerable<ComparedField> OfAnswer(CardContents card, RegisterKind kind, RegisterAnswer answer) =>
        answer switch
        {
            PersonAnswer a => Person(card, kind, a),
            AddressAnswer a => Address(card, kind, a),
            FamilyAnswer a => a.Members.Select(m => ListComparison.Relative(card, kind, m.Relation, m.FullName, m.BirthDate)),
            DisabilityAnswer a => OfDisability(card, kind, a),
            PaymentsAnswer a => a.Payments.Select(p => ListComparison.Payment(card, kind, p)),
            PropertyAnswer a => a.Property.Select(p => ListComparison.Property(card, kind, p)),
            BirthActAnswer a => ListComparison.BirthAct(card, kind, a),
            EducationAnswer a => Education(card, kind, a),
            _ => [],
        };

    private static IEnumerable<ComparedField> Person(CardContents card, RegisterKind kind, PersonAnswer a)
    {
        Func<CardContents, CardContents> Set(Func<Identity, Identity> change) => c => c with { Identity = change(c.Identity ?? new()) };
        // normalized as the card keeps names
        var names = NormalNames.Of(a.Surname, a.Name, a.Patronymic);
        a = a with { Surname = names.Surname, Name = names.Name, Patronymic = names.Patronymic };
        return new SingleFields(card, kind, SectionCode.Identity)
            .Name("surname", a.Surname, Set(i => i with { Surname = a.Surname }))
            .Name("name", a.Name, Set(i => i with { Name = a.Name }))
            .Name("patronymic", a.Patronymic, Set(i => i with { Patronymic = a.Patronymic, NoPatronymic = false }))
            .Text("sex", a.Sex?.ToLowerInvariant(), Set(i => i with { Sex = Enum.Parse<Sex>(a.Sex!, ignoreCase: true) }), "sex")
            .Day(
                "birthDate",
                a.BirthDate,
                Set(i => i with { BirthDate = a.BirthDate, BirthDateEstimated = false, BirthDateInDoubt = false })
            )
            .Text("citizenship", a.Citizenship, Set(i => i with { Citizenship = a.Citizenship }))
            .Text("pin", a.Pin, Set(i => i with { Pin = a.Pin }))
            .Made;
    }

    private static IEnumerable<ComparedField> Address(CardContents card, RegisterKind kind, AddressAnswer a)
    {
        const string territory = "territory";
        Func<CardContents, CardContents> Set(Func<Residence, Residence> change) =>
            c => c with { Residence = change(c.Residence ?? new()) with { NoResidence = false } };
        return new SingleFields(card, kind, SectionCode.Residence)
            .Text("registeredTerritory", a.RegisteredTerritory, Set(r => r with { RegisteredTerritory = a.RegisteredTerritory }), territory)
            .Text("registeredAddress", a.RegisteredAddress, Set(r => r with { RegisteredAddress = a.RegisteredAddress }))
            .Text("actualTerritory", a.ActualTerritory, Set(r => r with { ActualTerritory = a.ActualTerritory }), territory)
            .Text("actualAddress", a.ActualAddress, Set(r => r with { ActualAddress = a.ActualAddress }))
            .Made;
    }

    private static IEnumerable<ComparedField> OfDisability(CardContents card, RegisterKind kind, DisabilityAnswer a)
    {
        Func<CardContents, CardContents> Set(Func<Disability, Disability> change) =>
            c => c with { Disability = change(c.Disability ?? new()) };
        return new SingleFields(card, kind, SectionCode.Disability)
            .Text("has", a.Has ? "true" : "false", Set(d => d with { Has = a.Has }), "yes-no")
            .Text("group", a.Group, Set(d => d with { Has = true, Group = a.Group }), "disability")
            .Day("since", a.Since, Set(d => d with { Has = true, Since = a.Since }))
            .Day("until", a.Until, Set(d => d with { Has = true, Until = a.Until }))
            .Text("examination", a.Examination, Set(d => d with { Examination = a.Examination }))
            .Made;
    }

    private static IEnumerable<ComparedField> Education(CardContents card, RegisterKind kind, EducationAnswer a)
    {
        Func<CardContents, CardContents> Set(string code, string? value) =>
            c =>
                c with
                {
                    Further = (c.Further ?? new()) with
                    {
                        Values = new Dictionary<string, string>(c.Further?.Values ?? new Dictionary<string, string>()) { [code] = value! },
                    },
                };
        return new SingleFields(card, kind, SectionCode.Further)
            .Text("school", a.School, Set("school", a.School))
            .Text("class", a.Class, Set("class", a.Class))
            .Made;
    }
}
