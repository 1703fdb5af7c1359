namespace Registry.Tests.Walks;

/// <summary>A child's card: its contents, whichever case is worked on.</summary>
internal sealed class CardLife(Guid childId)
{
    public Guid ChildId => childId;

    /// <summary>Every section is filled or explained; null if an undone merge may have removed some of it.</summary>
    public bool? Filled { get; set; } = false;
    public int Saves { get; set; }
    public bool Voided { get; set; }

    /// <summary>The card that it was merged into.</summary>
    public CardLife? MergedInto { get; set; }
    public bool Stands => !Voided && MergedInto is null;

    /// <summary>ADR 34: its personal number, whether it is being clarified, and whether another card may have it too.</summary>
    public string? Pin { get; set; }
    public bool InDoubt { get; set; }
    public bool Shared { get; set; }

    public void Hold(string? pin, bool inDoubt, bool shared) =>
        (Pin, InDoubt, Shared) = (pin, pin is not null && inDoubt, pin is not null && (inDoubt || shared));
}
