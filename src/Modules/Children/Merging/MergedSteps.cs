using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Merging;

/// <summary>Steps owed after a merge: none twice, and none owed by only one card is lost.</summary>
internal static class MergedSteps
{
    /// <summary>The more advanced case continues; of two equal ones, the one found earlier.</summary>
    public static (Case? Stays, Case? Ends) Choose(Case kept, Case other)
    {
        if (kept.IsClosed || other.IsClosed)
            return (
                kept.IsClosed
                    ? other.IsClosed
                        ? null
                        : other
                    : kept,
                null
            );
        var further = Rank(kept.Status).CompareTo(Rank(other.Status));
        return further > 0 || (further == 0 && kept.FoundOn <= other.FoundOn) ? (kept, other) : (other, kept);
    }

    private static int Rank(CaseStatus status) =>
        status switch
        {
            CaseStatus.PlanInForce => 3,
            CaseStatus.Assessed => 2,
            CaseStatus.InformationEntered => 1,
            _ => 0,
        };

    /// <param name="open">All open steps of both children, tracked.</param>
    /// <param name="reabout">Moves a step to another case.</param>
    public static void Settle(Case stays, Case ends, IReadOnlyList<Deadline> open, Action<Deadline, Guid> reabout, DateOnly today)
    {
        foreach (var owed in open.Where(d => d.Number == ends.Number || d.AboutId == ends.Id).ToList())
        {
            if (IsOwedNoMore(owed.Step, stays))
                owed.Lapse(LapseReason.Merged, today);
            else if (owed.AboutId == ends.Id)
                Keep(owed, open.FirstOrDefault(d => d.IsOpen && d.AboutId == stays.Id && d.Step == owed.Step), stays, reabout, today);
            if (owed.IsOpen)
                owed.Concern(new(owed.AboutId, stays.Number, owed.ChildId, owed.Territory, Owner(owed, ends, stays)));
        }
    }

    /// <summary>The older clock is kept.</summary>
    private static void Keep(Deadline owed, Deadline? same, Case stays, Action<Deadline, Guid> reabout, DateOnly today)
    {
        if (same is null)
        {
            reabout(owed, stays.Id);
            return;
        }
        // the row of the continuing case stays: no case owes a step twice, not even for a moment
        same.CountAs(owed);
        owed.Lapse(LapseReason.Merged, today);
    }

    private static Guid? Owner(Deadline owed, Case ends, Case stays) =>
        owed.ResponsibleId == ends.ResponsibleId ? stays.ResponsibleId : owed.ResponsibleId;

    /// <summary>The plan of the ended case ends with it; the continuing case has its own next step.</summary>
    private static bool IsOwedNoMore(Step step, Case stays) =>
        step is Step.CarryOutMeasure or Step.Visit or Step.ApprovePlan or Step.ContinueOrEnd
        || (step is Step.FormPlan && stays.Status is CaseStatus.PlanInForce);
}
