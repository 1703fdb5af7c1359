namespace Registry.Contracts;

/// <summary>A fact that one module publishes to the others: ids, codes and dates only, never personal data.</summary>
public interface IEvent;

/// <summary>The working calendar has a new version: running deadlines are recounted, and met ones whose term touches the changed days.</summary>
/// <param name="From">The first day that changed; null when none did.</param>
/// <param name="Until">The last day that changed.</param>
public sealed record CalendarChanged(int Version, DateOnly? From = null, DateOnly? Until = null) : IEvent;

/// <summary>Deadlines were recounted by a new calendar: due days that a module keeps beside them follow.</summary>
public sealed record DeadlinesRecounted(int CalendarVersion) : IEvent;

/// <summary>A child at risk was found or reported [19.1, 19.2].</summary>
/// <param name="IsUrgent">Life or health is in danger, or the signal is marked urgent.</param>
/// <param name="By">The specialist who registered it; null for another state system.</param>
public sealed record SignalRegistered(
    Guid SignalId,
    Guid ChildId,
    string Territory,
    DateOnly FoundOn,
    SignalSource Source,
    string Channel,
    string Number,
    bool IsUrgent,
    Guid? By
) : IEvent;

/// <summary>A signal goes to the holders of another territory [11.3]; its clock keeps its start.</summary>
/// <param name="Round">Distinguishes repeated forwardings of one signal.</param>
public sealed record SignalForwarded(Guid SignalId, Guid ChildId, string Number, string From, string To, Guid By, Guid Round) : IEvent;

/// <summary>A signal lies where no holder can sign in: a named body must forward it or give somebody access [19.2].</summary>
/// <param name="Round">Distinguishes repeated occurrences.</param>
public sealed record SignalWithoutHolder(Guid SignalId, Guid ChildId, string Number, string Territory, Guid BodyId, Guid Round) : IEvent;

/// <summary>Two children were named in one report: they are siblings.</summary>
public sealed record SiblingsReported(Guid ChildId, Guid SiblingId, Guid By) : IEvent;

/// <summary>A signal turned out to be about a child that the Base knows: its provisional record is gone.</summary>
public sealed record SignalLinked(Guid SignalId, Guid ProvisionalId, Guid ChildId) : IEvent;

/// <summary>A case was opened for a child [13b.2].</summary>
public sealed record CaseOpened(Guid CaseId, Guid ChildId, string Number, string Territory, DateOnly FoundOn, DateOnly OpenedOn) : IEvent;

/// <summary>A signal was closed as unfounded.</summary>
public sealed record SignalClosedUnfounded(Guid SignalId, string Territory, DateOnly On) : IEvent;

/// <summary>The initial information about a child is entered [19.2].</summary>
public sealed record InitialInformationEntered(Guid CaseId, Guid ChildId, DateOnly On) : IEvent;

/// <summary>The comprehensive assessment is completed [13b.3, 19.3].</summary>
public sealed record AssessmentCompleted(
    Guid CaseId,
    Guid ChildId,
    Guid AssessmentId,
    string Number,
    string Territory,
    DateOnly On,
    Risk Risk,
    Conclusion Conclusion,
    Guid By
) : IEvent;

/// <summary>Somebody works on an assessment of a child about whom a report is still to be processed [19.2].</summary>
public sealed record AssessmentWorkedOn(Guid CaseId, Guid ChildId, DateOnly On) : IEvent;

/// <summary>The territorial unit approved an individual protection plan [3].</summary>
public sealed record PlanApproved(Guid CaseId, Guid ChildId, Guid PlanId, int PlanVersion, DateOnly On, Guid By) : IEvent;

/// <summary>Measures of a plan in force were assigned to a specialist [13b.4, 16].</summary>
/// <param name="Round">Distinguishes the versions of a plan.</param>
/// <param name="FirstDueOn">The day by which the first of them is due.</param>
public sealed record MeasuresAssigned(
    Guid PlanId,
    string Round,
    Guid CaseId,
    Guid ChildId,
    string Number,
    Guid ResponsibleId,
    int Count,
    DateOnly FirstDueOn
) : IEvent;

/// <summary>A specialist reported on a measure [13b.4].</summary>
/// <param name="ResponsibleId">Who is responsible for the case.</param>
public sealed record MeasureReported(Guid MeasureId, string Round, Guid ChildId, string Number, Guid ResponsibleId, Guid By) : IEvent;

/// <summary>A case ended with the territorial unit's consent [11.5, 20.9].</summary>
public sealed record CaseEnded(Guid CaseId, Guid ChildId, Ending Ending, DateOnly On, Guid By) : IEvent;

/// <summary>An ended case goes on [11.5].</summary>
/// <param name="SignalId">The further report that reopened it; null when it was reopened on request.</param>
public sealed record CaseReopened(Guid CaseId, Guid ChildId, DateOnly On, Guid By, Guid? SignalId = null) : IEvent;

/// <summary>A card and its case had been opened by mistake: nothing of them counts any more.</summary>
public sealed record CaseVoided(Guid CaseId, Guid ChildId, DateOnly On, Guid By) : IEvent;

/// <summary>Two cards of one child became one: everything of the merged child follows the surviving one.</summary>
/// <param name="ChildId">The surviving child.</param>
/// <param name="CaseId">The case that goes on; null where both had ended.</param>
/// <param name="EndedCaseId">The open case that ended by the merge; null where there was only one.</param>
/// <param name="MovedCaseId">The merged child's case, where it lay elsewhere.</param>
/// <param name="LeftBy">Who was responsible for it there: the keeping specialist is now.</param>
public sealed record CardsMerged(
    Guid MergeId,
    Guid ChildId,
    Guid MergedId,
    Guid? CaseId,
    Guid? EndedCaseId,
    DateOnly On,
    Guid By,
    Guid? MovedCaseId = null,
    Guid? LeftBy = null
) : IEvent;

/// <summary>A merge was undone, or split by hand after its time was over.</summary>
/// <param name="Undone">Everything is as before the merge; otherwise each row was assigned by hand.</param>
public sealed record CardsSplit(Guid MergeId, Guid ChildId, Guid MergedId, Guid? EndedCaseId, bool Undone, DateOnly On, Guid By) : IEvent;

/// <summary>What was corrected in a child's data.</summary>
public enum Correction
{
    Signal,
    Card,
}

/// <summary>A wrong value in a child's data was corrected; a change of [20] is none.</summary>
public sealed record DataCorrected(Guid ChildId, Correction What, DateOnly On, Guid By) : IEvent;

/// <summary>What a decision is about.</summary>
public enum DecisionAbout
{
    Plan,
    Ending,
    Transfer,
    Void,

    /// <summary>[20.9] A further report that needs no new assessment.</summary>
    NoAssessment,

    /// <summary>Two cards of one child in different districts.</summary>
    Merge,

    /// <summary>[19.2] A day found more than a year back.</summary>
    DayFound,

    /// <summary>[27] Whether confidential information is given.</summary>
    Disclosure,
}

/// <summary>Something waits for a decision: of the territorial unit, or of one specialist.</summary>
/// <param name="Round">Distinguishes repeated requests about the same subject.</param>
public sealed record DecisionAwaited(
    DecisionAbout About,
    Guid SubjectId,
    string Round,
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    Guid? DeciderId = null
) : IEvent;

/// <summary>A decision was taken; <paramref name="AskedBy"/> is the specialist who requested it.</summary>
public sealed record DecisionTaken(
    DecisionAbout About,
    Guid SubjectId,
    string Round,
    Guid CaseId,
    Guid ChildId,
    string Number,
    Guid AskedBy,
    bool Agreed
) : IEvent;

/// <summary>A change of [20] is entered into the card.</summary>
public sealed record ChangeEntered(Guid CaseId, Guid ChildId, string Clause, DateOnly LearnedOn, DateOnly On) : IEvent;

/// <summary>A case was accepted by another specialist, perhaps of another district.</summary>
public sealed record CaseTransferred(Guid CaseId, Guid ChildId, string Territory, Guid From, Guid To, DateOnly On) : IEvent;

/// <summary>Another holder has a child under the same personal number and requests the case [14.2].</summary>
public sealed record CaseRequested(
    Guid RequestId,
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    Guid ResponsibleId,
    DateOnly DueOn
) : IEvent;

/// <summary>The outcome of a request for a case, for the specialist who made it: nothing about the child found.</summary>
/// <param name="AtNumber">The number of their own signal or case.</param>
public sealed record CaseRequestAnswered(Guid RequestId, Guid AskedBy, string AtNumber, CaseRequestStatus Outcome) : IEvent;

/// <summary>A case is no longer requested.</summary>
public sealed record CaseRequestWithdrawn(Guid RequestId, Guid CaseId, Guid ChildId, string Number, Guid ResponsibleId) : IEvent;

/// <summary>The personal number of a sealed record was entered into another card: its named persons settle it [14.2].</summary>
public sealed record SealedNumberEntered(Guid ChildId, DateOnly On) : IEvent;

/// <summary>A case that ended by adoption was sealed, or opened again: everything about the child lies elsewhere from now on.</summary>
public sealed record CaseSealed(Guid CaseId, Guid ChildId, DateOnly On) : IEvent;

/// <summary>A child left a residential or other children's institution: the change of [20.8] is owed.</summary>
public sealed record ChildLeftInstitution(Guid PlacementId, Guid ChildId, Guid CaseId, DateOnly On, DateOnly LearnedOn, Guid By) : IEvent;

/// <summary>A specialist passed a course [15.3].</summary>
public sealed record CoursePassed(Guid SpecialistId, Guid CourseId, DateOnly ValidUntil) : IEvent;

/// <summary>A subject's data end on a day [25.2].</summary>
public sealed record PurgeAnnounced(Guid ChildId, string Number, string Territory, DateOnly On, DateOnly AnnouncedOn, Guid? ResponsibleId)
    : IEvent;

/// <summary>What was announced does not happen on that day: the birth date was corrected, or another day decided [25.2].</summary>
public sealed record PurgeWithdrawn(Guid ChildId, string Number, string Territory, DateOnly On, DateOnly AnnouncedOn, Guid? ResponsibleId)
    : IEvent;

/// <summary>A due purge did not run by itself: the authorised body decides by a day [25.2].</summary>
public sealed record PurgeHeld(Guid ChildId, string Number, string Territory, DateOnly HeldOn, DateOnly DecideBy) : IEvent;

/// <summary>Somebody looks up people outside their scope more often than work explains.</summary>
public sealed record LookUpsFrequent(Guid AccountId, DateOnly On, int Count) : IEvent;

/// <summary>What an administrator must look after.</summary>
public enum Trouble
{
    /// <summary>The machine's clock jumped: nothing irreversible runs until the date is confirmed.</summary>
    Clock,

    /// <summary>A nightly check found what must not be there.</summary>
    Findings,

    /// <summary>Events, mails or jobs failed for days, or again and again.</summary>
    Events,
    Mails,
    Jobs,
}

/// <summary>Something in the running of the Base needs an administrator.</summary>
public sealed record TroubleArose(Trouble Trouble) : IEvent;

/// <summary>An access was suspended [15.2]: no older backup may give it back.</summary>
public sealed record AccessSuspended(Guid AccountId) : IEvent;

/// <summary>A suspended access works again.</summary>
public sealed record AccessResumed(Guid AccountId) : IEvent;
