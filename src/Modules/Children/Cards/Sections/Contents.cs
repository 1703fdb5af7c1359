using Registry.Kernel.People;

namespace Registry.Children.Cards;

/// <summary>[17.1, 20.4] Birth certificate and other documents.</summary>
internal sealed record Documents(
    bool? HasBirthCertificate = null,
    IReadOnlyList<Document>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("birthCertificate", HasBirthCertificate is not null);
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((d, i) => ("document", d.Kind, $"section.list[{i}].kind"));
}

internal sealed record Document(
    string Kind,
    string? Number = null,
    DateOnly? IssuedOn = null,
    string? IssuedBy = null,
    DateOnly? ValidUntil = null
);

/// <summary>[17.2, 20.3] When and where the child was found, and where it came from.</summary>
internal sealed record Finding(
    DateOnly? FoundOn = null,
    string? Territory = null,
    string? Address = null,
    string? Circumstances = null,
    string? CameFrom = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("foundOn", FoundOn is not null);
        yield return ("territory", Territory.Has());
        yield return ("address", Address.Has());
        yield return ("circumstances", Circumstances.Has());
        yield return ("cameFrom", CameFrom.Has());
    }
}

/// <summary>[17.3] Residence, registered and actual, if there is any: in a territory of the republic or in another country.</summary>
internal sealed record Residence(
    bool NoResidence = false,
    string? RegisteredTerritory = null,
    string? RegisteredAddress = null,
    string? ActualTerritory = null,
    string? ActualAddress = null,
    string? LivesWith = null,
    string? RegisteredCountry = null,
    string? ActualCountry = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return (
            "registeredAddress",
            NoResidence || ((RegisteredTerritory.Has() || RegisteredCountry.Has()) && RegisteredAddress.Has())
        );
        yield return ("actualAddress", NoResidence || ((ActualTerritory.Has() || ActualCountry.Has()) && ActualAddress.Has()));
        yield return ("livesWith", LivesWith.Has());
    }
}

/// <summary>[17.4] Parents and close relatives: whether they exist, their names, abroad for work, whereabouts.</summary>
internal sealed record Relatives(
    ParentState? Mother = null,
    ParentState? Father = null,
    IReadOnlyList<Relative>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("mother", Mother is not null && (Mother is ParentState.Dead or ParentState.NotRecorded || Named("mother")));
        yield return ("father", Father is not null && (Father is ParentState.Dead or ParentState.NotRecorded || Named("father")));
    }

    public ICardSection Normalised() =>
        List is null ? this : this with { List = [.. List.Select(r => r with { FullName = NameText.Normalise(r.FullName) })] };

    private bool Named(string relation) => List?.Any(r => r.Relation == relation && r.FullName.Has()) == true;

    public IEnumerable<(string, string, string)> Codes() =>
        (List ?? []).Select((r, i) => ("relation", r.Relation, $"section.list[{i}].relation"));
}

internal enum ParentState
{
    RaisesChild,
    LivesApart,
    AbroadForWork,
    WhereaboutsUnknown,
    InPrison,
    RightsRemoved,
    Dead,
    NotRecorded,
}

internal sealed record Relative(
    string Relation,
    string FullName,
    DateOnly? BirthDate = null,
    bool AbroadForWork = false,
    string? Country = null,
    string? Whereabouts = null,
    string? Phone = null,
    bool LivesWithChild = false
);

/// <summary>[17.5, 20.5] Disability.</summary>
internal sealed record Disability(
    bool? Has = null,
    string? Group = null,
    DateOnly? Since = null,
    DateOnly? Until = null,
    string? Examination = null,
    string? Needs = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("has", Has is not null);
        if (Has != true)
            yield break;
        yield return ("group", Group.Has());
        yield return ("since", Since is not null);
        yield return ("until", Until is not null);
    }

    public IEnumerable<(string, string, string)> Codes() => Group is { } group ? [("disability", group, "section.group")] : [];
}

/// <summary>[17.6, 20.6] Social payments received, and those that the child has a right to but does not get.</summary>
internal sealed record Payments(
    bool? ReceivesAny = null,
    IReadOnlyList<Payment>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("receivesAny", ReceivesAny is not null);
        if (ReceivesAny == true)
            yield return ("list", List is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((p, i) => ("payment", p.Kind, $"section.list[{i}].kind"));
}

internal sealed record Payment(string Kind, bool Received, DateOnly? Since = null, DateOnly? Until = null);

/// <summary>[17.7, 20.7] Housing assigned to the child and other property.</summary>
internal sealed record Property(
    bool? HousingAssigned = null,
    string? HousingAddress = null,
    string? HousingDocument = null,
    bool? HasOther = null,
    IReadOnlyList<Belonging>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("housingAssigned", HousingAssigned is not null);
        if (HousingAssigned == true)
            yield return ("housingAddress", HousingAddress.Has());
        yield return ("hasOther", HasOther is not null);
        if (HasOther == true)
            yield return ("list", List is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((b, i) => ("property", b.Kind, $"section.list[{i}].kind"));
}

internal sealed record Belonging(string Kind, string Description);

/// <summary>[17.8, 20.1, 11.4] Legal statuses of the child and the causes of the difficult situation.</summary>
internal sealed record LegalStatus(
    IReadOnlyList<string>? Statuses = null,
    bool NoSpecialStatus = false,
    IReadOnlyList<string>? Causes = null,
    DateOnly? Since = null,
    string? Ground = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("statuses", NoSpecialStatus || Statuses is { Count: > 0 });
        yield return ("causes", Causes is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() =>
        (Statuses ?? [])
            .Select((s, i) => ("legal-status", s, $"section.statuses[{i}]"))
            .Concat((Causes ?? []).Select((c, i) => ("cause", c, $"section.causes[{i}]")));
}

/// <summary>[17.9] Other information needed to form the child's needs: an open list whose fields the administrator defines.</summary>
internal sealed record Further(IReadOnlyDictionary<string, string>? Values = null, IReadOnlyDictionary<string, string>? Unknown = null)
    : ICardSection
{
    // an open list has no end that could be missed
    public IEnumerable<(string, bool)> Items() => [];
}
