using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Closings;

/// <summary>The case ended: its plan, the measures not done and the visits not made end with it [11.5, 20.9]. The follow-ups after the exit stay.</summary>
internal sealed class FollowEnding(ProtectionPlansDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseEnded, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseEnded e, CancellationToken ct)
    {
        foreach (var plan in await Db.Plans.Include(p => p.Measures).Where(p => p.CaseId == e.CaseId).ToListAsync(ct))
            plan.End();
        foreach (
            var visit in await Db
                .Visits.Where(v => v.CaseId == e.CaseId && v.MadeOn == null && v.Kind == VisitKind.Monitoring)
                .ToListAsync(ct)
        )
            visit.CallOff(e.On);
    }
}

/// <summary>The card was opened by mistake: nothing is planned for it, and there is no ending to decide.</summary>
internal sealed class FollowVoiding(ProtectionPlansDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseVoided, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseVoided e, CancellationToken ct)
    {
        foreach (var plan in await Db.Plans.Include(p => p.Measures).Where(p => p.ChildId == e.ChildId).ToListAsync(ct))
            plan.End();
        foreach (var visit in await Db.Visits.Where(v => v.ChildId == e.ChildId && v.MadeOn == null).ToListAsync(ct))
            visit.CallOff(e.On);
        foreach (var closing in await Db.Closings.Where(c => c.ChildId == e.ChildId).ToListAsync(ct))
            closing.Void();
    }
}

/// <summary>The case continues: plan and measures resume their status, with terms counted from now, and visits are planned again [11.5].</summary>
internal sealed class FollowReopening(
    ProtectionPlansDbContext db,
    ICases cases,
    StatutoryClock clock,
    PlanTerms terms,
    Vault vault,
    Texts texts,
    TimeProvider time
) : ModuleEventHandler<CaseReopened, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseReopened e, CancellationToken ct)
    {
        var seal = (await vault.ForTheBaseItselfAsync([e.ChildId], ct))[e.ChildId];
        foreach (
            var look in await Db.Visits.Where(v => v.CaseId == e.CaseId && v.MadeOn == null && v.Kind == VisitKind.FollowUp).ToListAsync(ct)
        )
            look.CallOff(e.On);
        foreach (
            var plan in await Db
                .Plans.Include(p => p.Measures)
                .Where(p => p.CaseId == e.CaseId && p.Status == PlanStatus.Ended)
                .ToListAsync(ct)
        )
        {
            plan.Resume();
            if (plan.Status is PlanStatus.InForce)
                await ResumeAsync(plan, seal, e.On, ct);
        }
        if (e.SignalId is null)
            return;
        // a requested reopening has a reason; a report needs none
        var ended = await Db
            .Closings.Where(c => c.CaseId == e.CaseId && c.Status == ClosingStatus.Consented)
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(ct);
        ended?.Reopen(texts.Say("ky", "closing.reopened-by-report"), seal);
    }

    private async Task ResumeAsync(Plan plan, Seal seal, DateOnly on, CancellationToken ct)
    {
        foreach (var measure in plan.Measures.Where(m => m is { IsRunning: true, StartedOn: not null }))
        {
            var about = new DeadlineSubject(measure.Id, plan.Number, plan.ChildId, plan.Territory, measure.ResponsibleId);
            var due = await clock.StartAsync(Db, PlanTerms.CarryOut(measure.WorkingDays), on, about, ct);
            measure.Start(measure.StartedOn!.Value, due.DueOn);
        }
        var responsible = await cases.ResponsibleAsync(plan.ChildId, ct);
        await VisitPlanner.NextAsync(Db, clock, terms, plan, responsible, plan.Open(seal).HighRisk, on, ct);
    }
}
