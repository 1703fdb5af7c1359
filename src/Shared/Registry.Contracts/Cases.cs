namespace Registry.Contracts;

/// <summary>The stage a case has reached.</summary>
public enum CaseStatus
{
    /// <summary>The card is open, the initial information is being entered [13b.2].</summary>
    Opened,

    /// <summary>The initial information is entered; the comprehensive assessment is next [13b.3].</summary>
    InformationEntered,

    /// <summary>Stopped with consent [20.9] or ended.</summary>
    Closed,

    /// <summary>The comprehensive assessment is completed; the plan is next [13b.3].</summary>
    Assessed,

    /// <summary>An approved plan is being carried out and monitored [3, 13b.4].</summary>
    PlanInForce,

    /// <summary>Opened by mistake: nothing in it is owed, found by search or counted any more; its history stays.</summary>
    Voided,

    /// <summary>Same child as another open case, which continues instead; no longer counted.</summary>
    Merged,
}

public enum CaseRequestStatus
{
    /// <summary>Waiting for the holder's answer.</summary>
    Asked,

    /// <summary>The holder offered the case to the requester.</summary>
    Offered,
    Refused,

    /// <summary>One of the two cards has a wrong number; it is not settled yet which.</summary>
    Conflict,
    Settled,
    Withdrawn,

    /// <summary>The case ended or was voided before it was settled.</summary>
    Lapsed,
}
