using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>The case is assessed [13b.3].</summary>
internal sealed class FollowAssessment(ChildrenDbContext db, IAssessments assessments, StatutoryClock clock, TimeProvider time)
    : ModuleEventHandler<AssessmentCompleted, ChildrenDbContext>(db, time)
{
    protected override async Task ApplyAsync(AssessmentCompleted e, CancellationToken ct)
    {
        await Db.AdvanceAsync(e.CaseId, CaseStatus.Assessed, e.By, Time.MomentOf(e.On), ct);
        // exact time: the assessment does not cover later reports
        if ((await assessments.RisksAsync([e.CaseId], ct)).TryGetValue(e.CaseId, out var found))
            (await Db.Cases.SingleAsync(c => c.Id == e.CaseId, ct)).Judge(found.Risk, found.At);
        var known = EventId;
        await Db.MeetByAssessingAsync(clock, e.CaseId, e.ChildId, known, ct);
        // whether one was needed is no longer in question
        await Db.CallOffAsync(
            c => c.ChildId == e.ChildId && c.Decision == Decision.ConsentToEnding && c.Id < known,
            LapseReason.AssessmentSuperseded,
            Time,
            ct
        );
    }
}

/// <summary>Starting an assessment processes the reports linked to the case [19.2].</summary>
internal sealed class FollowAssessing(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
    : ModuleEventHandler<AssessmentWorkedOn, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(AssessmentWorkedOn e, CancellationToken ct) =>
        Db.MeetByAssessingAsync(clock, e.CaseId, e.ChildId, EventId, ct);
}

/// <summary>The case's protection plan is in force [3].</summary>
internal sealed class FollowPlan(ChildrenDbContext db, TimeProvider time) : ModuleEventHandler<PlanApproved, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(PlanApproved e, CancellationToken ct) =>
        Db.AdvanceAsync(e.CaseId, CaseStatus.PlanInForce, e.By, Time.MomentOf(e.On), ct);
}

internal static class CaseRoad
{
    /// <summary>Now for events of today; the beginning of the day in Bishkek for events reported later.</summary>
    public static DateTime MomentOf(this TimeProvider time, DateOnly on) => on == time.Today() ? time.Utc() : Bishkek.StartOf(on);

    /// <summary>The stage the case had reached before it ended, from its history.</summary>
    public static async Task<CaseStatus> ReachedAsync(this ChildrenDbContext db, Guid caseId, CancellationToken ct) =>
        await db
            .CaseEvents.Where(e => e.CaseId == caseId && e.Status != CaseStatus.Closed && e.Status != CaseStatus.Merged)
            .OrderByDescending(e => e.Id)
            .Select(e => (CaseStatus?)e.Status)
            .FirstOrDefaultAsync(ct)
        ?? CaseStatus.Opened;

    /// <summary>A further report is processed once an assessment covers it; the first one by the initial information alone [19.2].</summary>
    /// <param name="known">The id of the assessment's event: signals registered or linked after it are not covered by the assessment.</param>
    public static async Task MeetByAssessingAsync(
        this ChildrenDbContext db,
        StatutoryClock clock,
        Guid caseId,
        Guid childId,
        Guid known,
        CancellationToken ct
    )
    {
        if (!await db.Cases.AnyAsync(c => c.Id == caseId && c.InformationOn != null, ct))
            return;
        foreach (var signal in await db.Signals.Where(s => s.ChildId == childId && s.Version < known).Select(s => s.Id).ToListAsync(ct))
            await clock.MeetAsync(db, Step.ProcessReport, signal, ct);
    }

    /// <summary>Advances a case; a stage already reached is left alone, so events may be redelivered.</summary>
    public static async Task AdvanceAsync(this ChildrenDbContext db, Guid caseId, CaseStatus to, Guid by, DateTime at, CancellationToken ct)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, ct);
        if (!@case.Advance(to, Bishkek.DayOf(at)))
            return;
        db.Add(
            new CaseEvent
            {
                Id = Registry.Basics.Ids.New(),
                CaseId = caseId,
                Status = to,
                At = at,
                By = by,
            }
        );
    }
}
