using Registry.Children.Search;
using Registry.Children.Signals;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Kernel.People;
using Registry.Kernel.Vault;

namespace Registry.Children.Cards;

internal enum ChildState
{
    /// <summary>Named in a signal that nobody has processed yet.</summary>
    Reported,

    /// <summary>In the Base, with a card.</summary>
    Registered,

    /// <summary>The signal was unfounded.</summary>
    Unfounded,
}

/// <summary>A child as the other tables know it: dates, codes and territory; the name stands sealed beside them [17].</summary>
internal sealed class Child : IVersioned, ITerritorial, ITells
{
    public const string NamePurpose = "child.name";

    private Child() { }

    public Guid Id { get; private init; }
    public byte[] SealedName { get; private set; } = [];

    /// <summary>By what else it is found: <see cref="OtherNames"/>.</summary>
    public byte[]? SealedOtherNames { get; private set; }
    public Sex? Sex { get; private set; }
    public DateOnly? BirthDate { get; private set; }
    public ChildState State { get; private set; }
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    // what is counted of the card, in codes [22.2, 22.3]
    public bool? HasDisability { get; private set; }
    public bool ParentsAbroad { get; private set; }
    public string Causes { get; private set; } = "";
    public string Statuses { get; private set; } = "";
    public int Completeness { get; private set; }
    public DateOnly? ChangedOn { get; private set; }

    /// <summary>The birth date is a guess: it never ends the data by itself [25.2].</summary>
    public bool BirthDateEstimated { get; private set; }
    public DateOnly? PurgeAnnouncedOn { get; private set; }
    public Guid Version { get; set; }

    public static Child Report(Signal signal, FirstKnown known, Seal seal) =>
        new()
        {
            Id = signal.ChildId,
            SealedName = seal.Close(NamePurpose, known.ShortName),
            Sex = known.Sex,
            BirthDate = known.BirthDate,
            Territory = signal.Territory,
            District = signal.District,
            Version = Ids.New(),
        };

    public void Register(Identity identity, Seal seal)
    {
        State = ChildState.Registered;
        Rename(identity, seal);
    }

    public void Rename(Identity identity, Seal seal) =>
        (SealedName, Sex, BirthDate, BirthDateEstimated) = (
            seal.Close(NamePurpose, identity.FullName),
            identity.Sex,
            identity.BirthDate,
            identity.BirthDateEstimated
        );

    public void AnnouncePurge(DateOnly on) => PurgeAnnouncedOn = on;

    public IFact? Fact() =>
        State is not ChildState.Registered
            ? null
            : new ChildFact(
                Id,
                Territory,
                Sex?.ToString(),
                BirthDate,
                HasDisability,
                ParentsAbroad,
                Causes,
                Statuses,
                Completeness,
                ChangedOn ?? DateOnly.MinValue
            );

    public void Count(Disability section) => HasDisability = section.Has;

    public void Count(Relatives section) =>
        ParentsAbroad =
            section.Mother is ParentState.AbroadForWork
            || section.Father is ParentState.AbroadForWork
            || section.List?.Any(r => r.AbroadForWork && r.Relation is "mother" or "father") == true;

    public void Count(LegalStatus section) =>
        (Causes, Statuses) = (string.Join(',', section.Causes ?? []), string.Join(',', section.Statuses ?? []));

    /// <summary>The card was changed: how complete it is now, and since when [14.2].</summary>
    public void Count(int completeness, DateOnly on) => (Completeness, ChangedOn) = (completeness, on);

    public void Move(string territory) => (Territory, District) = (territory, Soate.District(territory));

    public void Dismiss() => State = ChildState.Unfounded;

    /// <summary>A former name or number leads to the child no more: an adopted child is known by its new name only.</summary>
    public bool HidesFormerNames => Statuses.Split(',').Contains("adopted", StringComparer.Ordinal);

    public OtherNames OtherNamesBy(Seal seal) =>
        SealedOtherNames is { } sealedNames ? seal.Open<OtherNames>(OtherNames.Purpose, sealedNames) : OtherNames.None;

    /// <summary>What may lead to the child now.</summary>
    public OtherNames FoundBy(Seal seal) => HidesFormerNames ? OtherNamesBy(seal) with { Former = [], Pins = [] } : OtherNamesBy(seal);

    public void CallToo(OtherNames others, Seal seal) => SealedOtherNames = others.IsEmpty ? null : seal.Close(OtherNames.Purpose, others);

    public string NameBy(Seal seal) => seal.Open<string>(NamePurpose, SealedName);
}
