namespace Registry.Basics.Access;

/// <summary>How the rows an endpoint touches are held inside the caller's scope.</summary>
public enum Reach
{
    /// <summary>No data of a person: dictionaries, territories, the rights table.</summary>
    Reference,

    /// <summary>Only what belongs to the caller's own account.</summary>
    Own,

    /// <summary>Rows inside the caller's territory.</summary>
    Territory,

    /// <summary>The administration of the Base itself, not bound to a territory.</summary>
    Administration,
}

/// <summary>What kind of act the journal writes for a call.</summary>
public enum JournalKind
{
    Read,
    List,
    Change,
    Sign,
}

/// <summary>Declared by every endpoint; without it the host does not start.</summary>
public sealed record Guard(Permission? Permission, Reach Reach, JournalKind Kind, bool NeedsIfMatch = false)
{
    /// <summary>An endpoint for people who have not signed in yet.</summary>
    public bool Anonymous => Permission is null;
}
