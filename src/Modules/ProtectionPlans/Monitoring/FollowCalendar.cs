using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Monitoring;

/// <summary>A changed calendar moved due days: measures and period visits follow the days of their steps. Agreed days never move.</summary>
internal sealed class FollowCalendar(ProtectionPlansDbContext db, TimeProvider time)
    : ModuleEventHandler<DeadlinesRecounted, ProtectionPlansDbContext>(db, time)
{
    private const int Portion = 500;

    protected override async Task ApplyAsync(DeadlinesRecounted e, CancellationToken ct)
    {
        // each batch commits; rows that are already right are not found again
        while (await MoveMeasuresAsync(ct) + await MoveVisitsAsync(ct) > 0)
        {
            await Db.SaveChangesAsync(ct);
            Db.ChangeTracker.Clear();
        }
    }

    private async Task<int> MoveMeasuresAsync(CancellationToken ct)
    {
        var moved = await Db
            .Measures.Join(Db.Deadlines.Where(d => d.LapsedOn == null), m => m.Id, d => d.AboutId, (m, d) => new { Measure = m, d.DueOn })
            .Where(x => x.Measure.DueOn != x.DueOn)
            .OrderBy(x => x.Measure.Id)
            .Take(Portion)
            .ToListAsync(ct);
        foreach (var one in moved)
            one.Measure.DueBy(one.DueOn);
        return moved.Count;
    }

    private async Task<int> MoveVisitsAsync(CancellationToken ct)
    {
        var moved = await Db
            .Visits.Join(Db.Deadlines.Where(d => d.LapsedOn == null), v => v.Id, d => d.AboutId, (v, d) => new { Visit = v, d.DueOn })
            .Where(x => x.Visit.PlannedOn != x.DueOn)
            .OrderBy(x => x.Visit.Id)
            .Take(Portion)
            .ToListAsync(ct);
        foreach (var one in moved)
            one.Visit.PlanFor(one.DueOn);
        return moved.Count;
    }
}
