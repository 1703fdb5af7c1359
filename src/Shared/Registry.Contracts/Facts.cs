using Registry.Basics.People;

namespace Registry.Contracts;

/// <summary>
/// One row as others may count it: ids, codes, dates and numbers, with its state on each day. Published at every save of the row, so that the last one is the
/// truth, and published again as a whole when the counts are rebuilt from nothing.
/// </summary>
public interface IFact : IEvent;

/// <summary>A state that holds from a day until the next one.</summary>
public sealed record Since<T>(DateOnly On, T State);

/// <summary>A signal [13b.1, 22.1].</summary>
/// <param name="Found">Day and place found; a later entry corrects an error and holds for every day.</param>
public sealed record SignalFact(
    Guid SignalId,
    DateOnly RegisteredOn,
    SignalSource Source,
    string Channel,
    IReadOnlyList<Since<SignalFound>> Found,
    IReadOnlyList<Since<SignalState>> States
) : IFact;

public sealed record SignalFound(DateOnly On, string Territory);

/// <param name="ChildId">The provisional child until the signal is processed.</param>
public sealed record SignalState(SignalStatus Status, Guid ChildId);

/// <summary>A child in the Base [22.2, 22.3]: what its card says in codes.</summary>
/// <param name="States">None of a card that was opened by mistake: nothing is counted of it.</param>
public sealed record ChildFact(Guid ChildId, IReadOnlyList<Since<CardState>> States) : IFact;

/// <param name="BirthDate">Of all that are not null the last one holds for every day: another date corrects an error.</param>
/// <param name="Causes">Codes of the causes, divided by commas.</param>
/// <param name="Statuses">Codes of the legal statuses, divided by commas.</param>
/// <param name="Completeness">Of the card, in percent [14.2].</param>
/// <param name="ChangedOn">The card's last change.</param>
public sealed record CardState(
    Sex? Sex,
    DateOnly? BirthDate,
    bool? Disability,
    bool ParentsAbroad,
    string Causes,
    string Statuses,
    int Completeness,
    DateOnly? ChangedOn
);

/// <summary>A case and its state.</summary>
/// <param name="Found">Whose case it is, day and place found; a later entry corrects an error and holds for every day.</param>
public sealed record CaseFact(
    Guid CaseId,
    string Number,
    DateOnly OpenedOn,
    DateOnly? InformationOn,
    IReadOnlyList<Since<CaseFound>> Found,
    IReadOnlyList<Since<CaseState>> States
) : IFact;

public sealed record CaseFound(Guid ChildId, DateOnly On, string Territory);

/// <summary>A case that is <see cref="CaseStatus.Voided"/> or <see cref="CaseStatus.Merged"/> is counted on no day.</summary>
public sealed record CaseState(CaseStatus Status, string Territory);

/// <summary>A completed assessment [13b.3].</summary>
/// <param name="Causes">Codes of the causes that it found, divided by commas [11.4].</param>
public sealed record AssessmentFact(Guid AssessmentId, Guid CaseId, DateOnly CompletedOn, Risk Risk, Conclusion Conclusion, string Causes)
    : IFact;

/// <summary>A version of a plan that was approved [3].</summary>
public sealed record PlanFact(Guid PlanId, Guid CaseId, IReadOnlyList<Since<PlanState>> States) : IFact;

public sealed record PlanState(PlanStatus Status);

/// <summary>A measure of an approved plan [22.5].</summary>
public sealed record MeasureFact(Guid MeasureId, Guid PlanId, Guid ChildId, DateOnly StartedOn, IReadOnlyList<Since<MeasureState>> States)
    : IFact;

public sealed record MeasureState(string Body, MeasureStatus Status, DateOnly? DueOn, DateOnly? DoneOn, MeasureObstacle? Obstacle);

/// <summary>A monitoring visit, planned or made, and what it found [22.6].</summary>
public sealed record VisitFact(Guid VisitId, Guid CaseId, Guid ChildId, IReadOnlyList<Since<VisitState>> States) : IFact;

/// <param name="CalledOff">It is no longer expected.</param>
public sealed record VisitState(DateOnly PlannedOn, DateOnly? MadeOn, VisitFinding? Finding, bool CalledOff = false);

/// <summary>A request to end a case and what became of it [11.5].</summary>
public sealed record ClosingFact(Guid ClosingId, Guid CaseId, Guid ChildId, Ending Ending, IReadOnlyList<Since<ClosingState>> States)
    : IFact;

public sealed record ClosingState(ClosingStatus Status, DateOnly? DecidedOn);

/// <summary>Where a child lives from a day until a day.</summary>
public sealed record PlacementFact(
    Guid PlacementId,
    Guid ChildId,
    Guid CaseId,
    PlacementKind Kind,
    Guid? InstitutionId,
    IReadOnlyList<Since<PlacementState>> States
) : IFact;

public sealed record PlacementState(DateOnly From, DateOnly? Until);

/// <summary>A children's institution as it is counted.</summary>
public sealed record InstitutionFact(Guid InstitutionId, IReadOnlyList<Since<InstitutionState>> States) : IFact;

public sealed record InstitutionState(string Territory, InstitutionKind Kind, Ownership Ownership, int Capacity, DateOnly? ClosedOn);
