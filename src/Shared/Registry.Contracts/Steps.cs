namespace Registry.Contracts;

/// <summary>
/// What somebody owes by a day: the closed list of steps that the statutory clock knows. Stored and sent as kebab-case codes;
/// their names are the texts <c>notice.step.…</c>. <c>StepTests</c> proves for each who starts it, who meets it and who lapses it.
/// </summary>
public enum Step
{
    /// <summary>[19.1] Enter the information on a child that was found.</summary>
    EnterFoundChild,

    /// <summary>[19.2] Process a report and enter the initial information.</summary>
    ProcessReport,

    /// <summary>[19.3] Complete the comprehensive assessment.</summary>
    Assess,

    /// <summary>[20] Enter a change.</summary>
    EnterChange,

    /// <summary>[3] Form the protection plan.</summary>
    FormPlan,

    /// <summary>[3] Approve the plan or return it.</summary>
    ApprovePlan,

    /// <summary>[13b.4] Carry out a measure of the plan.</summary>
    CarryOutMeasure,

    /// <summary>[13b.4] Visit the child.</summary>
    Visit,

    /// <summary>[11.5, 20.9] Consent to the end of a case or refuse.</summary>
    DecideEnding,

    /// <summary>[11.5] Look at the child some months after the exit.</summary>
    FollowUp,

    /// <summary>[16] Accept an offered case or refuse.</summary>
    AcceptTransfer,

    /// <summary>[13b.4] Review whether a child still belongs in an institution.</summary>
    ReviewPlacement,

    /// <summary>[5.subject] Answer a subject's own request for their data.</summary>
    AnswerSubject,

    /// <summary>[18] Decide whether the card or the register is right.</summary>
    SettleDisagreement,

    /// <summary>[25.2] Decide whether a record is purged whose purge did not run by itself.</summary>
    DecideHeldPurge,

    /// <summary>Decide whether two cards in different districts are one child's, and which district keeps the card.</summary>
    DecideMerge,

    /// <summary>Choose the fields of two cards that the authorised body found to be one child's.</summary>
    MergeCards,

    /// <summary>[27] Notify a recipient that data disclosed to them were corrected.</summary>
    NotifyRecipient,

    /// <summary>[16] Answer another holder who requests the case.</summary>
    AnswerCaseRequest,

    /// <summary>[17.1] Settle whose a personal number is that two holders claim for two children.</summary>
    SettleNumberConflict,

    /// <summary>[19.2] Confirm a day found that lies more than a year back, or return it.</summary>
    ConfirmDayFound,

    /// <summary>[19.2] Correct a day found that was returned, or say once more why it is right.</summary>
    CorrectDayFound,

    /// <summary>[20.9] Say how an open case goes on that owes nothing else: request its end, form a plan or assess again.</summary>
    ContinueOrEnd,
}

/// <summary>Why a step is no longer owed although it was not done. A lapsed step never counts as in time.</summary>
public enum LapseReason
{
    /// <summary>The case ended [11.5, 20.9].</summary>
    CaseEnded,
    Death,

    /// <summary>The reported change turned out not to be one [20].</summary>
    ChangeWithdrawn,

    /// <summary>A newer version of the plan took its place.</summary>
    PlanSuperseded,

    /// <summary>A newer assessment took its place.</summary>
    AssessmentSuperseded,

    /// <summary>The report was unfounded: there is nothing to enter [19.1].</summary>
    Unfounded,

    /// <summary>The request was withdrawn by its requester.</summary>
    RequestWithdrawn,

    /// <summary>The child left the institution or the placement ended.</summary>
    PlacementEnded,

    /// <summary>The subject's data were purged [25.2].</summary>
    Purged,

    /// <summary>The signal, card or case was entered by mistake.</summary>
    Voided,

    /// <summary>Two cards of one child became one.</summary>
    Merged,

    /// <summary>An ended case goes on: the child is visited under its plan again.</summary>
    CaseReopened,

    /// <summary>The territorial unit agreed that a further report needs no new assessment [20.9].</summary>
    AssessmentNotNeeded,

    /// <summary>What it came from was undone: there is nothing to notify of.</summary>
    Undone,

    /// <summary>The date that the step came from was corrected.</summary>
    DateCorrected,
}

public static class StepRules
{
    /// <summary>True for a step that is part of the work on a case and lapses when the case ends; the others outlive it.</summary>
    public static bool EndsWithCase(this Step step) =>
        step
            is not (
                Step.FollowUp
                or Step.AnswerSubject
                or Step.DecideHeldPurge
                or Step.DecideMerge
                or Step.MergeCards
                or Step.NotifyRecipient
            );

    /// <summary>The steps that the authorised body owes at the centre: no one below it is reminded of them.</summary>
    public static readonly IReadOnlyList<Step> OfTheCentre = [Step.DecideHeldPurge];

    /// <summary>The steps by which a case goes on: an open case always owes one of them, so that no child is forgotten [19, 20.9].</summary>
    public static readonly IReadOnlyList<Step> Onward =
    [
        Step.Assess,
        Step.FormPlan,
        Step.ApprovePlan,
        Step.CarryOutMeasure,
        Step.Visit,
        Step.DecideEnding,
        Step.ContinueOrEnd,
    ];
}
