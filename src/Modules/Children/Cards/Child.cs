using Registry.Children.Signals;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
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
internal sealed class Child : IVersioned, ITerritorial
{
    public const string NamePurpose = "child.name";

    private Child() { }

    public Guid Id { get; private init; }
    public byte[] SealedName { get; private set; } = [];
    public Sex? Sex { get; private set; }
    public DateOnly? BirthDate { get; private set; }
    public ChildState State { get; private set; }
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";
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
        (SealedName, Sex, BirthDate) = (seal.Close(NamePurpose, identity.FullName), identity.Sex, identity.BirthDate);

    public void Move(string territory) => (Territory, District) = (territory, Soate.District(territory));

    public void Dismiss() => State = ChildState.Unfounded;

    public string NameBy(Seal seal) => seal.Open<string>(NamePurpose, SealedName);
}
