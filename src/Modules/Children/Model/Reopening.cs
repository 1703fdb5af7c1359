using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>An ended case resumes at the stage it had really reached; steps left undone by the ending are owed again [11.5, 19].</summary>
internal sealed class Reopening(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
{
    /// <summary>Steps that come back with their plan, visit or offer, or not at all.</summary>
    private static bool IsOwedAgain(Step step) =>
        step
            is not (
                Step.CarryOutMeasure
                or Step.Visit
                or Step.AcceptTransfer
                or Step.DecideEnding
                or Step.AnswerCaseRequest
                or Step.SettleNumberConflict
            );

    /// <param name="assessFrom">The day found of the report that reopens the case: a comprehensive assessment is owed from it [19.3].</param>
    public async Task ReopenAsync(Case @case, DateOnly? assessFrom, Guid by, DateOnly on, CancellationToken ct)
    {
        if (@case.Status is not CaseStatus.Closed)
            return;
        var reached = await db.ReachedAsync(@case.Id, ct);
        await db.AdvanceAsync(@case.Id, reached, by, time.MomentOf(on), ct);
        foreach (var change in await db.ChangesOfAsync(@case.Id, @case.ChildId, ct))
            change.Resume();
        if (assessFrom is { } found)
            await clock.RestartAsync(db, StatutoryTerm.Assess, found, @case.Subject(), LapseReason.AssessmentSuperseded, ct);
        var resumed = await clock.ResumeAsync(db, @case.ChildId, @case.Number, IsOwedAgain, on, ct);
        // a resumed case always owes a step: only a plan in force brings its own
        if (
            assessFrom is null
            && !resumed.Any(d => StepRules.Onward.Contains(d.Step))
            && reached is not CaseStatus.PlanInForce
            && !await clock.OwesAsync(db, Step.Assess, @case.Id, ct)
        )
            await clock.StartAsync(db, StatutoryTerm.Assess, on, @case.Subject(), ct);
        foreach (
            var look in await db.Deadlines.Where(d => d.ChildId == @case.ChildId && d.Step == Step.FollowUp && d.IsOpen).ToListAsync(ct)
        )
            look.Lapse(LapseReason.CaseReopened, on);
    }
}

/// <summary>Someone requested to resume an ended case.</summary>
internal sealed class FollowReopening(ChildrenDbContext db, Reopening reopening, TimeProvider time)
    : ModuleEventHandler<CaseReopened, ChildrenDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseReopened e, CancellationToken ct)
    {
        await Db.UnsealAsync(e.CaseId, e.On, Time, ct);
        await reopening.ReopenAsync(await Db.Cases.SingleAsync(c => c.Id == e.CaseId, ct), null, e.By, e.On, ct);
    }
}
