using Microsoft.Extensions.Configuration;

namespace Registry.Kernel.Time;

/// <summary>A term that the regulation sets, in working days.</summary>
/// <param name="Clause">Clause id as in the regulation, such as <c>19.1</c>.</param>
/// <param name="Step">Stable code of the step that must be done; its texts stand in Texts/*.json as <c>step.…</c>.</param>
public sealed record StatutoryTerm(string Clause, string Step, int WorkingDays)
{
    /// <summary>[19.1] Within one working day of finding a child at risk the holder enters the information.</summary>
    public static readonly StatutoryTerm EnterFoundChild = new("19.1", "enter-found-child", 1);

    /// <summary>[19.2] Within two working days of a report it is processed and the initial information entered.</summary>
    public static readonly StatutoryTerm ProcessReport = new("19.2", "process-report", 2);

    /// <summary>[19.3] Within seven working days of the child being found a comprehensive assessment is entered.</summary>
    public static readonly StatutoryTerm Assess = new("19.3", "assess", 7);

    /// <summary>[20] Changes are entered within two working days of learning of them.</summary>
    public static readonly StatutoryTerm EnterChange = new("20", "enter-change", 2);

    /// <summary>The same term under the clause of the kind of change.</summary>
    public static StatutoryTerm EnterChangeOf(string clause) => EnterChange with { Clause = clause };

    public static readonly IReadOnlyList<StatutoryTerm> All = [EnterFoundChild, ProcessReport, Assess, EnterChange];
}

/// <summary>
/// Terms that the regulation leaves open, in working days; they are settings of the Base: <c>Registry:Terms:FormPlan</c>, <c>:ApprovePlan</c>,
/// <c>:Visit</c>, <c>:VisitAtHighRisk</c>, <c>:DecideEnding</c>, <c>:AcceptTransfer</c>, <c>:ReviewPlacement</c>, <c>:AnswerSubject</c>, <c>:SettleDisagreement</c>.
/// </summary>
public sealed record PlanTerms(
    int FormPlanDays = 10,
    int ApprovePlanDays = 3,
    int VisitDays = 22,
    int VisitAtHighRiskDays = 5,
    int DecideEndingDays = 2,
    int AcceptTransferDays = 2,
    int ReviewPlacementDays = 126,
    int AnswerSubjectDays = 5,
    int SettleDisagreementDays = 5
)
{
    /// <summary>[3] The protection plan is formed after the assessment.</summary>
    public StatutoryTerm FormPlan => new("3", "form-plan", FormPlanDays);

    /// <summary>[3] The territorial unit approves a plan or returns it.</summary>
    public StatutoryTerm ApprovePlan => new("3", "approve-plan", ApprovePlanDays);

    /// <summary>[11.5, 20.9] The territorial unit consents to an ending or refuses.</summary>
    public StatutoryTerm DecideEnding => new("11.5", "decide-ending", DecideEndingDays);

    /// <summary>The specialist to whom a case is offered accepts it or refuses.</summary>
    public StatutoryTerm AcceptTransfer => new("16", "accept-transfer", AcceptTransferDays);

    /// <summary>[13b.4] The next monitoring visit: monthly, at high risk weekly.</summary>
    public StatutoryTerm Visit(bool highRisk) => new("13b.4", "visit", highRisk ? VisitAtHighRiskDays : VisitDays);

    /// <summary>[13b.4] A look at whether a child in an institution still belongs there: after half a year.</summary>
    public StatutoryTerm ReviewPlacement => new("13b.4", "review-placement", ReviewPlacementDays);

    /// <summary>[27] A subject's own request for their data is answered within a week.</summary>
    public StatutoryTerm AnswerSubject => new("27", "answer-subject", AnswerSubjectDays);

    /// <summary>[18] Where a register says otherwise than the card, the specialist takes its word or leaves it.</summary>
    public StatutoryTerm SettleDisagreement => new("18", "settle-disagreement", SettleDisagreementDays);

    /// <summary>[13b.4] A measure of the plan; each has its own term.</summary>
    public static StatutoryTerm CarryOut(int workingDays) => new("13b.4", "carry-out-measure", workingDays);

    /// <summary>[11.5] A look at the child some months after the exit.</summary>
    public static StatutoryTerm FollowUp(int workingDays) => new("11.5", "follow-up", workingDays);

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
                s.SettleDisagreement
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
        public int AnswerSubject { get; set; } = 5;
        public int SettleDisagreement { get; set; } = 5;
    }
}
