using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <summary>The part of the comparison whose fields are entries of lists: relatives, payments, property, the birth certificate [18].</summary>
internal static class ListComparison
{
    /// <summary>Paid by the Social Fund; not in the register of benefits.</summary>
    private const string Pension = "survivors-pension";

    private const string BirthCertificate = "birth-certificate";

    public static ComparedField Relative(CardContents card, RegisterKind kind, string relation, string fullName, DateOnly? born)
    {
        fullName = NameText.Normalise(fullName);
        var here = Told(card.Relatives?.List ?? [], relation, fullName);
        var same = here is not null && SingleFields.SameName(here.FullName, fullName) && (born is null || here.BirthDate == born);
        return new(
            kind,
            SectionCode.Relatives,
            $"relative.{relation}",
            here is null ? null : CardFields.Of(here),
            CardFields.Of(new Relative(relation, fullName, born)),
            SingleFields.StateOf(here, same),
            null,
            c =>
            {
                // another register may have reported the same person in the same answer
                var before = c.Relatives ?? new();
                var there = Told(before.List ?? [], relation, fullName);
                var now = (there ?? new Relative(relation, fullName)) with { FullName = fullName, BirthDate = born ?? there?.BirthDate };
                return c with { Relatives = before with { List = Replaced(before.List, there, now) } };
            }
        );
    }

    public static ComparedField Payment(CardContents card, RegisterKind kind, PaymentOfRegister p)
    {
        var here = (card.Payments?.List ?? []).FirstOrDefault(x => x.Kind == p.Kind && x.Received);
        var now = new Payment(p.Kind, true, p.Since, p.Until);
        return new(
            kind,
            SectionCode.Payments,
            $"payment.{p.Kind}",
            here is null ? null : CardFields.Of(here),
            CardFields.Of(now),
            SingleFields.StateOf(here, here == now),
            null,
            c =>
            {
                var before = c.Payments ?? new();
                var earlier = (before.List ?? []).FirstOrDefault(x => x.Kind == p.Kind);
                return c with { Payments = before with { ReceivesAny = true, List = Replaced(before.List, earlier, now) } };
            }
        );
    }

    /// <summary>The register of benefits lists current payments: a benefit on the card that is not listed has ended.</summary>
    public static IEnumerable<ComparedField> Ended(CardContents card, RegisterReply reply)
    {
        if (
            reply is not { Kind: RegisterKind.Benefits, Outcome: RegisterOutcome.Found or RegisterOutcome.NotFound, Unmapped.Count: 0 }
            || card.Payments?.List is not { } list
        )
            return [];
        var on = Bishkek.DayOf(reply.At);
        var paid = (reply.Answer as PaymentsAnswer)?.Payments.Select(p => p.Kind).ToHashSet() ?? [];
        return list.Where(p => p.Received && p.Kind != Pension && !paid.Contains(p.Kind) && (p.Until ?? DateOnly.MaxValue) > on)
            .Select(here => new ComparedField(
                reply.Kind,
                SectionCode.Payments,
                $"payment.{here.Kind}",
                CardFields.Of(here),
                "ended",
                ComparedState.Differs,
                "payment-state",
                c => c with { Payments = c.Payments! with { List = Replaced(c.Payments.List, here, here with { Until = on }) } }
            ));
    }

    public static ComparedField Property(CardContents card, RegisterKind kind, PropertyOfRegister p)
    {
        var here = (card.Property?.List ?? []).FirstOrDefault(x => SingleFields.Alike(x.Description, p.Description));
        return new(
            kind,
            SectionCode.Property,
            $"belonging.{p.Kind}",
            here?.Description,
            p.Description,
            SingleFields.StateOf(here, same: true),
            null,
            c =>
            {
                var before = c.Property ?? new();
                return c with { Property = before with { HasOther = true, List = [.. before.List ?? [], new(p.Kind, p.Description)] } };
            }
        );
    }

    public static IEnumerable<ComparedField> BirthAct(CardContents card, RegisterKind kind, BirthActAnswer a)
    {
        if (a.Number is { } number)
            yield return Certificate(card, kind, new(BirthCertificate, number, a.IssuedOn, a.IssuedBy));
        if (a.Mother is { } mother)
            yield return Relative(card, kind, "mother", mother, null);
        if (a.Father is { } father)
            yield return Relative(card, kind, "father", father, null);
    }

    private static ComparedField Certificate(CardContents card, RegisterKind kind, Document now)
    {
        var here = (card.Documents?.List ?? []).FirstOrDefault(d => d.Kind == BirthCertificate && d.Number is not null);
        return new(
            kind,
            SectionCode.Documents,
            $"document.{BirthCertificate}",
            here is null ? null : CardFields.Of(here),
            CardFields.Of(now),
            SingleFields.StateOf(here, here is not null && SingleFields.Alike(here.Number!, now.Number!)),
            null,
            c =>
            {
                var before = c.Documents ?? new();
                var earlier = (before.List ?? []).FirstOrDefault(d => d.Kind == BirthCertificate);
                return c with { Documents = before with { HasBirthCertificate = true, List = Replaced(before.List, earlier, now) } };
            }
        );
    }

    /// <summary>A child has one mother and one father; other relatives are identified by name.</summary>
    private static Relative? Told(IReadOnlyList<Relative> list, string relation, string fullName) =>
        list.FirstOrDefault(r =>
            r.Relation == relation && (relation is "mother" or "father" || SingleFields.SameName(r.FullName, fullName))
        );

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T>? list, T? before, T now)
        where T : class => before is null ? [.. list ?? [], now] : [.. (list ?? []).Select(x => x.Equals(before) ? now : x)];
}
