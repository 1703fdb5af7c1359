namespace Registry.Contracts;

public enum PlanStatus
{
    /// <summary>Being worked on by the responsible specialist, or returned to them with remarks.</summary>
    Draft,

    /// <summary>Waits for the territorial unit.</summary>
    Submitted,

    /// <summary>Approved and carried out.</summary>
    InForce,

    /// <summary>A later version is in force.</summary>
    Superseded,

    /// <summary>The case ended while the plan was prepared or carried out [11.5].</summary>
    Ended,
}

public enum MeasureStatus
{
    /// <summary>Proposed by a rule or added by the specialist; part of a plan that is not approved yet.</summary>
    Planned,

    /// <summary>Taken out of the plan with a reason.</summary>
    Dropped,

    InProgress,
    Done,

    /// <summary>Could not be carried out; the result says why.</summary>
    NotPossible,

    /// <summary>The case ended before it was carried out.</summary>
    Ended,
}

/// <summary>Why a measure was not, or not in time, carried out [22.5].</summary>
public enum MeasureObstacle
{
    /// <summary>The family or the child does not want it.</summary>
    Refused,

    /// <summary>There is no such service nearby.</summary>
    NoService,

    /// <summary>No place, queue.</summary>
    NoPlace,
    NoMoney,
    NoDocuments,

    /// <summary>The family has moved or cannot be found.</summary>
    NotFound,

    /// <summary>It is not needed any more.</summary>
    NotNeeded,
    Other,
}

/// <summary>How the child has fared since the last visit [22.6].</summary>
public enum VisitFinding
{
    Better,
    Same,
    Worse,

    /// <summary>Life or health is in danger now.</summary>
    Danger,
}

/// <summary>How a case ends.</summary>
public enum Ending
{
    /// <summary>[20.9] No assessment or plan is needed.</summary>
    Stopped,

    /// <summary>[11.5] The child is out of the difficult situation.</summary>
    LeftDifficultSituation,
    Majority,
    Adoption,
    MovedAbroad,
    Death,
}

public enum ClosingStatus
{
    Requested,
    Consented,
    Refused,

    /// <summary>The case goes on again [11.5].</summary>
    Reopened,

    /// <summary>The card was voided before anybody decided.</summary>
    Voided,
}
