using System.Collections.Frozen;
using Registry.Contracts;

namespace Registry.Integration.Registers;

/// <summary>One port for each fact [18]: which fields its mapping fills and what answer they make.</summary>
/// <param name="Fields">Names that a mapping may use.</param>
/// <param name="Answer">Null when nothing usable came.</param>
internal sealed record Port(IReadOnlyList<string> Fields, Func<IReadOnlyList<Mapped>, RegisterAnswer?> Answer);

internal static class Ports
{
    /// <summary>Fields that are dates, read by the mapping's form.</summary>
    public static readonly FrozenSet<string> Dates = FrozenSet.ToFrozenSet(["birthDate", "deathDate", "since", "until", "issuedOn"]);

    public static readonly FrozenDictionary<RegisterKind, Port> All = new Dictionary<RegisterKind, Port>
    {
        [RegisterKind.Person] = new(
            ["surname", "name", "patronymic", "sex", "birthDate", "citizenship", "pin", "pinBlocked", "deathDate"],
            One(m => new PersonAnswer(
                m.Text("surname"),
                m.Text("name"),
                m.Text("patronymic"),
                m.Text("sex"),
                m.Day("birthDate"),
                m.Text("citizenship"),
                m.Text("pin"),
                m.Yes("pinBlocked"),
                m.Day("deathDate")
            ))
        ),
        [RegisterKind.Address] = new(
            ["registeredTerritory", "registeredAddress", "actualTerritory", "actualAddress"],
            One(m => new AddressAnswer(
                m.Text("registeredTerritory"),
                m.Text("registeredAddress"),
                m.Text("actualTerritory"),
                m.Text("actualAddress")
            ))
        ),
        [RegisterKind.Family] = new(
            ["relation", "fullName", "birthDate"],
            items =>
                Many(
                    items,
                    m => m.Text("relation") is { } r && m.Text("fullName") is { } n ? new FamilyMember(r, n, m.Day("birthDate")) : null
                )
                    is { Count: > 0 } members
                    ? new FamilyAnswer(members)
                    : null
        ),
        [RegisterKind.Disability] = new(
            ["has", "group", "since", "until", "examination"],
            One(m => new DisabilityAnswer(
                m.Text("has") is not "false",
                m.Text("group"),
                m.Day("since"),
                m.Day("until"),
                m.Text("examination")
            ))
        ),
        [RegisterKind.Pension] = new(["kind", "since", "until"], PaymentsOf),
        [RegisterKind.Benefits] = new(["kind", "since", "until"], PaymentsOf),
        [RegisterKind.Property] = new(
            ["kind", "description"],
            items =>
                Many(items, m => m.Text("description") is { } d ? new PropertyOfRegister(m.Text("kind") ?? "other", d) : null)
                    is { Count: > 0 } property
                    ? new PropertyAnswer(property)
                    : null
        ),
        [RegisterKind.BirthAct] = new(
            ["number", "issuedOn", "issuedBy", "mother", "father"],
            One(m => new BirthActAnswer(m.Text("number"), m.Day("issuedOn"), m.Text("issuedBy"), m.Text("mother"), m.Text("father")))
        ),
        [RegisterKind.Education] = new(["school", "class"], One(m => new EducationAnswer(m.Text("school"), m.Text("class")))),
    }.ToFrozenDictionary();

    private static Func<IReadOnlyList<Mapped>, RegisterAnswer?> One(Func<Mapped, RegisterAnswer> of) =>
        items => items.Count == 0 ? null : of(items[0]);

    private static List<T> Many<T>(IReadOnlyList<Mapped> items, Func<Mapped, T?> of)
        where T : class => [.. items.Select(of).OfType<T>()];

    private static PaymentsAnswer? PaymentsOf(IReadOnlyList<Mapped> items) =>
        Many(items, m => m.Text("kind") is { } kind ? new PaymentOfRegister(kind, m.Day("since"), m.Day("until")) : null)
            is { Count: > 0 } payments
            ? new PaymentsAnswer(payments)
            : null;
}
