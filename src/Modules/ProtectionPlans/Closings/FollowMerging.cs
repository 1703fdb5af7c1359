using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Merging;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Closings;

/// <summary>Of two open cases of one child one continues: the other's plan and pending visits end with it. Undoing the merge restores them.</summary>
internal sealed class FollowMerging(ProtectionPlansDbContext db, ICases cases, Vault vault, TimeProvider time)
    : ModuleEventHandler<CardsMerged, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsMerged e, CancellationToken ct)
    {
        if (await vault.PairAsync(e.MergeId, e.ChildId, e.MergedId, ct) is not { } pair)
            return;
        await HandOverAsync(e, ct);
        if (e.EndedCaseId is { } ended)
            await EndAsync(ended, e.On, ct);
        MergedRows.Record(Db, pair);
    }

    /// <summary>The giver's running measures go to whoever keeps the card; other people's measures stay.</summary>
    private async Task HandOverAsync(CardsMerged e, CancellationToken ct)
    {
        if (e.MovedCaseId is not { } moved || await cases.AnyCaseAsync(e.ChildId, ct) is not { } now)
            return;
        foreach (var plan in await Db.Plans.Include(p => p.Measures).Where(p => p.CaseId == moved).ToListAsync(ct))
        foreach (var measure in plan.Measures.Where(m => m.IsRunning && m.ResponsibleId == e.LeftBy))
            Db.Entry(measure).Property(nameof(measure.ResponsibleId)).CurrentValue = now.ResponsibleId;
    }

    private async Task EndAsync(Guid ended, DateOnly on, CancellationToken ct)
    {
        foreach (var plan in await Db.Plans.Include(p => p.Measures).Where(p => p.CaseId == ended).ToListAsync(ct))
            plan.End();
        foreach (
            var visit in await Db.Visits.Where(v => v.CaseId == ended && v.MadeOn == null && v.Kind == VisitKind.Monitoring).ToListAsync(ct)
        )
            visit.CallOff(on);
    }
}
