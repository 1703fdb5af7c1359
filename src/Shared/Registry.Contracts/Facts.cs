namespace Registry.Contracts;

/// <summary>
/// The state of one row as others may count it: ids, codes, dates and numbers. Told at every save of the row, so that the last one told is the truth, and told
/// again as a whole when the counts are made anew.
/// </summary>
public interface IFact : IEvent;

/// <summary>A signal [13b.1, 22.1]; the child is the provisional one until the signal is processed.</summary>
public sealed record SignalFact(
    Guid SignalId,
    Guid ChildId,
    string Territory,
    DateOnly FoundOn,
    string Source,
    string Channel,
    string Status,
    DateOnly? ProcessedOn
) : IFact;

/// <summary>A child in the Base [22.2, 22.3]: what its card says in codes.</summary>
/// <param name="Causes">Codes of the causes, divided by commas.</param>
/// <param name="Statuses">Codes of the legal statuses, divided by commas.</param>
/// <param name="Completeness">Of the card, in percent [14.2].</param>
public sealed record ChildFact(
    Guid ChildId,
    string Territory,
    string? Sex,
    DateOnly? BirthDate,
    bool? Disability,
    bool ParentsAbroad,
    string Causes,
    string Statuses,
    int Completeness,
    DateOnly ChangedOn
) : IFact;

/// <summary>A case and where it stands.</summary>
public sealed record CaseFact(
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    string FoundTerritory,
    DateOnly FoundOn,
    DateOnly OpenedOn,
    DateOnly? InformationOn,
    string Status
) : IFact;

/// <summary>A completed assessment [13b.3].</summary>
public sealed record AssessmentFact(Guid AssessmentId, Guid CaseId, DateOnly CompletedOn, string Risk, string Conclusion) : IFact;

/// <summary>A version of a plan that was approved [3].</summary>
public sealed record PlanFact(Guid PlanId, Guid CaseId, DateOnly InForceOn, bool Superseded) : IFact;

/// <summary>A measure of an approved plan [22.5].</summary>
public sealed record MeasureFact(
    Guid MeasureId,
    Guid PlanId,
    Guid ChildId,
    string Body,
    string Status,
    DateOnly? StartedOn,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    string? Obstacle = null
) : IFact;

/// <summary>A monitoring visit, planned or made, and what it found [22.6].</summary>
/// <param name="CalledOff">Called off before its day: it is not counted.</param>
public sealed record VisitFact(
    Guid VisitId,
    Guid CaseId,
    Guid ChildId,
    DateOnly PlannedOn,
    DateOnly? MadeOn,
    string? Finding = null,
    bool CalledOff = false
) : IFact;

/// <summary>A request to end a case and what became of it [11.5].</summary>
public sealed record ClosingFact(Guid ClosingId, Guid CaseId, Guid ChildId, string Ending, string Status, DateOnly? DecidedOn) : IFact;

/// <summary>Where a child lives from a day until a day.</summary>
public sealed record PlacementFact(
    Guid PlacementId,
    Guid ChildId,
    Guid CaseId,
    string Kind,
    Guid? InstitutionId,
    DateOnly From,
    DateOnly? Until
) : IFact;

/// <summary>A children's institution as it is counted.</summary>
public sealed record InstitutionFact(Guid InstitutionId, string Territory, string Kind, string Ownership, int Capacity, DateOnly? ClosedOn)
    : IFact;
