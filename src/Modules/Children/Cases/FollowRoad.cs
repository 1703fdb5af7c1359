using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Events;
using Registry.Kernel.Time;

namespace Registry.Children.Cases;

/// <summary>The case is assessed [13b.3].</summary>
internal sealed class FollowAssessment(ChildrenDbContext db, TimeProvider time)
    : ModuleEventHandler<AssessmentCompleted, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(AssessmentCompleted e, CancellationToken ct) =>
        Db.AdvanceAsync(e.CaseId, CaseStatus.Assessed, e.By, Time.MomentOf(e.On), ct);
}

/// <summary>The case's protection plan is in force [3].</summary>
internal sealed class FollowPlan(ChildrenDbContext db, TimeProvider time) : ModuleEventHandler<PlanApproved, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(PlanApproved e, CancellationToken ct) =>
        Db.AdvanceAsync(e.CaseId, CaseStatus.PlanInForce, e.By, Time.MomentOf(e.On), ct);
}

/// <summary>The case ended: what was not done lapses [11.5, 20.9]. The data stay.</summary>
internal sealed class FollowEnding(ChildrenDbContext db, TimeProvider time) : ModuleEventHandler<CaseEnded, ChildrenDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseEnded e, CancellationToken ct)
    {
        await Db.AdvanceAsync(e.CaseId, CaseStatus.Closed, e.By, Time.MomentOf(e.On), ct);
        var because = e.Ending is "Death" ? LapseReason.Death : LapseReason.CaseEnded;
        foreach (var open in await Db.Deadlines.Where(d => d.ChildId == e.ChildId && d.IsOpen).ToListAsync(ct))
            if (open.Step.EndsWithCase())
                open.Lapse(because, e.On);
    }
}

/// <summary>An ended case goes on where its plan left it [11.5].</summary>
internal sealed class FollowReopening(ChildrenDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseReopened, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(CaseReopened e, CancellationToken ct) =>
        Db.AdvanceAsync(e.CaseId, CaseStatus.InformationEntered, e.By, Time.MomentOf(e.On), ct);
}

internal static class CaseRoad
{
    /// <summary>Now for what happened today; noon in Bishkek for what is told of later.</summary>
    public static DateTime MomentOf(this TimeProvider time, DateOnly on) =>
        on == time.Today() ? time.Utc() : on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) - Bishkek.Offset;

    /// <summary>Moves a case on; a step that it has reached already is left alone, so that an event may come twice.</summary>
    public static async Task AdvanceAsync(this ChildrenDbContext db, Guid caseId, CaseStatus to, Guid by, DateTime at, CancellationToken ct)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, ct);
        if (!@case.Advance(to, Bishkek.DayOf(at)))
            return;
        db.Add(
            new CaseEvent
            {
                Id = Kernel.Ids.New(),
                CaseId = caseId,
                Status = to,
                At = at,
                By = by,
            }
        );
    }
}
