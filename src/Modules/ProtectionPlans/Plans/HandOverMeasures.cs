using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Another specialist accepted a case: the giver's running measures are now theirs, other people's stay.</summary>
internal sealed class HandOverMeasures(ProtectionPlansDbContext db, ICases cases, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, ProtectionPlansDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseTransferred e, CancellationToken ct)
    {
        // an event may come late: the measures go to whoever is responsible now
        if (await cases.AnyCaseAsync(e.ChildId, ct) is not { } now)
            return;
        await Db.BeginWriteAsync(ct);
        await Db
            .Measures.Where(m =>
                m.ChildId == e.ChildId
                && m.ResponsibleId == e.From
                && (m.Status == MeasureStatus.Planned || m.Status == MeasureStatus.InProgress)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ResponsibleId, now.ResponsibleId), ct);
    }
}
