using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Kernel.Events;
using Registry.Kernel.Merging;
using Registry.Kernel.Vault;
using Registry.ProtectionPlans.Database;
using Registry.ProtectionPlans.Monitoring;

namespace Registry.ProtectionPlans.Closings;

/// <summary>Of two open cases of one child one goes on: the other one's plan and the visits not made end with it. An undone merge brings them back.</summary>
internal sealed class FollowMerging(ProtectionPlansDbContext db, Vault vault, TimeProvider time)
    : ModuleEventHandler<CardsMerged, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsMerged e, CancellationToken ct)
    {
        if (e.EndedCaseId is not { } ended || await vault.PairAsync(e.MergeId, e.ChildId, e.MergedId, ct) is not { } pair)
            return;
        foreach (var plan in await Db.Plans.Include(p => p.Measures).Where(p => p.CaseId == ended).ToListAsync(ct))
            plan.End();
        foreach (
            var visit in await Db.Visits.Where(v => v.CaseId == ended && v.MadeOn == null && v.Kind == VisitKind.Monitoring).ToListAsync(ct)
        )
            visit.CallOff(e.On);
        MergedRows.Record(Db, pair);
    }
}
