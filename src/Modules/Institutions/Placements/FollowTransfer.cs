using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Institutions.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Events;

namespace Registry.Institutions.Placements;

/// <summary>A case moved: its placements go with it.</summary>
internal sealed class FollowTransfer(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseTransferred e, CancellationToken ct)
    {
        var (to, district) = (e.Territory, Soate.District(e.Territory));
        await Db.BeginWriteAsync(ct);
        await Db
            .Placements.Where(p => p.CaseId == e.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Territory, to).SetProperty(p => p.District, district), ct);
    }
}
