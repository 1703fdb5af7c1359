using Registry.Basics.Access;

namespace Registry.Contracts;

/// <summary>The decisions that one person requests and another takes. Who may take each is one table: <c>Deciders</c> in Access.</summary>
public enum Decision
{
    /// <summary>[20.9, 11.5] Consent to the end of a case, or to a report that needs no new assessment.</summary>
    ConsentToEnding,

    /// <summary>[3] Approve a protection plan or return it.</summary>
    ApprovePlan,

    /// <summary>[27] Give confidential information or refuse it.</summary>
    DecideDisclosure,

    /// <summary>[25.2] Purge a record that something speaks against.</summary>
    ConfirmPurge,

    /// <summary>Void a case or card opened by mistake.</summary>
    ConfirmVoid,

    /// <summary>[19.2] Accept a day found that lies more than a year back.</summary>
    ConfirmDayFound,

    /// <summary>Make one card of two that lie in different districts.</summary>
    MergeAcrossDistricts,

    /// <summary>Let a named person of the authorised body open the records of adopted children.</summary>
    NameSealedReader,

    /// <summary>[8, 15.1, 15.2] Give, extend or reset an access that reads children, approves or administers.</summary>
    ConfirmAccess,

    /// <summary>Pause a job without which something is lost for good: purges, backups, anchors of the journal.</summary>
    PauseJob,
}

/// <summary>Why somebody may not take a decision.</summary>
public enum DeciderProblem
{
    /// <summary>They requested it themselves, whatever account they used.</summary>
    SamePerson,

    /// <summary>Their role or the kind of their body does not take this decision.</summary>
    WrongBody,

    /// <summary>An access of theirs was reset less than a day ago: whoever came in by it may be somebody else.</summary>
    ResetLately,
}

/// <summary>Who may take a decision; kept in Access.</summary>
public interface IDeciders
{
    /// <param name="decider">The specialist who decides.</param>
    /// <param name="askedBy">The specialists who requested, prepared or already agreed.</param>
    /// <returns>Null when nothing prevents it.</returns>
    Task<DeciderProblem?> ProblemAsync(Decision decision, Guid decider, Role role, IReadOnlyCollection<Guid> askedBy, CancellationToken ct);
}
