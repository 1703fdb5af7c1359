using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Events;
using Registry.ProtectionPlans.Database;

namespace Registry.ProtectionPlans.Plans;

/// <summary>A case moved: its plans, visits and endings go with it, and the running measures of the specialist who gave it.</summary>
internal sealed class FollowTransfer(ProtectionPlansDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseTransferred e, CancellationToken ct)
    {
        var (to, district) = (e.Territory, Soate.District(e.Territory));
        await Db.BeginWriteAsync(ct);
        await Db
            .Plans.Where(p => p.CaseId == e.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Territory, to).SetProperty(p => p.District, district), ct);
        await Db
            .Visits.Where(v => v.CaseId == e.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Territory, to).SetProperty(v => v.District, district), ct);
        await Db
            .Closings.Where(c => c.CaseId == e.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Territory, to).SetProperty(c => c.District, district), ct);
        await Db
            .Measures.Where(m =>
                m.ChildId == e.ChildId
                && m.ResponsibleId == e.From
                && (m.Status == MeasureStatus.Planned || m.Status == MeasureStatus.InProgress)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ResponsibleId, e.To), ct);
    }
}
