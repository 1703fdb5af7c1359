using Microsoft.Extensions.Configuration;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Time;

/// <summary>
/// Terms that the regulation leaves open, in working days (a subject's request: calendar days); they are settings of the Base: <c>Registry:Terms:FormPlan</c>, <c>:ApprovePlan</c>,
/// <c>:Visit</c>, <c>:VisitAtHighRisk</c>, <c>:DecideEnding</c>, <c>:AcceptTransfer</c>, <c>:ReviewPlacement</c>, <c>:AnswerSubject</c>, <c>:SettleDisagreement</c>,
/// <c>:AnswerCaseRequest</c>, <c>:SettleNumberConflict</c>, <c>:MergeCards</c>, <c>:NotifyRecipient</c>.
/// </summary>
public sealed record PlanTerms(
    int FormPlanDays = 10,
    int ApprovePlanDays = 3,
    int VisitDays = 22,
    int VisitAtHighRiskDays = 5,
    int DecideEndingDays = 2,
    int AcceptTransferDays = 2,
    int ReviewPlacementDays = 126,
    int AnswerSubjectDays = 7,
    int SettleDisagreementDays = 5,
    int MergeCardsDays = 5,
    int NotifyRecipientDays = 5,
    int AnswerCaseRequestDays = 2,
    int SettleNumberConflictDays = 5
)
{
    /// <summary>[3] The protection plan is formed after the assessment.</summary>
    public StatutoryTerm FormPlan => new("3", Step.FormPlan, FormPlanDays);

    /// <summary>[20.9] The specialist responsible for a case that owes nothing else says how it goes on; as long as for a plan.</summary>
    public StatutoryTerm ContinueOrEnd => new("20.9", Step.ContinueOrEnd, FormPlanDays);

    /// <summary>[3] The territorial unit approves a plan or returns it.</summary>
    public StatutoryTerm ApprovePlan => new("3", Step.ApprovePlan, ApprovePlanDays);

    /// <summary>[11.5, 20.9] The territorial unit consents to an ending or refuses.</summary>
    public StatutoryTerm DecideEnding => new("11.5", Step.DecideEnding, DecideEndingDays);

    /// <summary>The specialist to whom a case is offered accepts it or refuses.</summary>
    public StatutoryTerm AcceptTransfer => new("16", Step.AcceptTransfer, AcceptTransferDays);

    /// <summary>[13b.4] The next monitoring visit: monthly, at high risk weekly.</summary>
    public StatutoryTerm Visit(bool highRisk) => new("13b.4", Step.Visit, highRisk ? VisitAtHighRiskDays : VisitDays);

    /// <summary>[13b.4] A look at whether a child in an institution still belongs there: after half a year.</summary>
    public StatutoryTerm ReviewPlacement => new("13b.4", Step.ReviewPlacement, ReviewPlacementDays);

    /// <summary>[5.subject] A subject's own request for their data is answered within seven calendar days (Law No. 58 of 2008).</summary>
    public StatutoryTerm AnswerSubject => new("5.subject", Step.AnswerSubject, AnswerSubjectDays, TermUnit.CalendarDays);

    /// <summary>[18] Where a register says otherwise than the card, the specialist takes its word or leaves it.</summary>
    public StatutoryTerm SettleDisagreement => new("18", Step.SettleDisagreement, SettleDisagreementDays);

    /// <summary>[7.central] The authorised body says whether two cards in different districts are one child's.</summary>
    public StatutoryTerm DecideMerge => new("7.central", Step.DecideMerge, MergeCardsDays);

    /// <summary>[5.holder] The holder whose district keeps the card chooses its fields.</summary>
    public StatutoryTerm MergeCards => new("5.holder", Step.MergeCards, MergeCardsDays);

    /// <summary>[27] A recipient of data corrected since is notified.</summary>
    public StatutoryTerm NotifyRecipient => new("27", Step.NotifyRecipient, NotifyRecipientDays);

    /// <summary>[16] The holder of a case answers another one who requests it.</summary>
    public StatutoryTerm AnswerCaseRequest => new("16", Step.AnswerCaseRequest, AnswerCaseRequestDays);

    /// <summary>[17.1] The holder of the card that has a contested personal number corrects it or says that it is being clarified.</summary>
    public StatutoryTerm SettleNumberConflict => new("17.1", Step.SettleNumberConflict, SettleNumberConflictDays);

    /// <summary>[13b.4] A measure of the plan; each has its own term.</summary>
    public static StatutoryTerm CarryOut(int workingDays) => new("13b.4", Step.CarryOutMeasure, workingDays);

    /// <summary>[11.5] A look at the child some months after the exit, on an agreed day.</summary>
    public static StatutoryTerm FollowUp(DateOnly from, DateOnly on) => new("11.5", Step.FollowUp, DaysTo(from, on), TermUnit.CalendarDays);

    /// <summary>[13b.4] A visit on a day that people agreed on: a changed calendar does not move it.</summary>
    public static StatutoryTerm VisitOn(DateOnly from, DateOnly on) => new("13b.4", Step.Visit, DaysTo(from, on), TermUnit.CalendarDays);

    private static int DaysTo(DateOnly from, DateOnly on) => on.DayNumber - from.DayNumber;

    public static PlanTerms From(IConfiguration configuration) =>
        configuration.GetSection("Registry:Terms").Get<TermSettings>() is { } s
            ? new(
                s.FormPlan,
                s.ApprovePlan,
                s.Visit,
                s.VisitAtHighRisk,
                s.DecideEnding,
                s.AcceptTransfer,
                s.ReviewPlacement,
                s.AnswerSubject,
                s.SettleDisagreement,
                s.MergeCards,
                s.NotifyRecipient,
                s.AnswerCaseRequest,
                s.SettleNumberConflict
            )
            : new();

    private sealed class TermSettings
    {
        public int FormPlan { get; set; } = 10;
        public int ApprovePlan { get; set; } = 3;
        public int Visit { get; set; } = 22;
        public int VisitAtHighRisk { get; set; } = 5;
        public int DecideEnding { get; set; } = 2;
        public int AcceptTransfer { get; set; } = 2;
        public int ReviewPlacement { get; set; } = 126;
        public int AnswerSubject { get; set; } = 7;
        public int SettleDisagreement { get; set; } = 5;
        public int MergeCards { get; set; } = 5;
        public int NotifyRecipient { get; set; } = 5;
        public int AnswerCaseRequest { get; set; } = 2;
        public int SettleNumberConflict { get; set; } = 5;
    }
}
