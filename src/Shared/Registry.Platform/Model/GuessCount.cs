using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>What is guessed at.</summary>
public enum GuessDoor
{
    /// <summary>The password of a sign-in.</summary>
    Password,

    /// <summary>The present password, required to change it.</summary>
    OldPassword,

    /// <summary>A one-time code, a recovery code or a passkey, after a password or an outside sign-in.</summary>
    Code,

    /// <summary>The code of a paper copy, checked by anybody.</summary>
    Paper,
}

/// <summary>How much a count takes together.</summary>
public enum GuessWidth
{
    /// <summary>One account or paper, from one browser that is known to it or else from one address.</summary>
    Pair,

    /// <summary>One account or paper, from everywhere.</summary>
    Target,

    /// <summary>Everything that is tried from one address.</summary>
    Address,

    /// <summary>Everything at one door.</summary>
    All,
}

/// <summary>Wrong attempts that are counted together, and how long the next one must wait. Instants are milliseconds of the Unix epoch: one statement counts with them.</summary>
[Expires("counts of wrong passwords and codes, with addresses", "a day at most", "access.forget-sign-ins")]
public sealed class GuessCount
{
    /// <summary>Made of what is counted together, so that everybody finds the same row.</summary>
    public Guid Id { get; init; }
    public GuessDoor Door { get; init; }
    public GuessWidth Width { get; init; }

    /// <summary>The account that is guessed at, where there is one.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Null where attempts from everywhere, or of a known browser, are counted.</summary>
    public string? Address { get; init; }
    public int Failures { get; init; }

    /// <summary>When the count resets.</summary>
    public long EndsAt { get; init; }

    /// <summary>What the last attempt cost, in milliseconds; zero while attempts are free.</summary>
    public long Delay { get; init; }
    public long BlockedUntil { get; init; }
}
