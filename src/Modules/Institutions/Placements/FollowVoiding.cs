using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;

namespace Registry.Institutions.Placements;

/// <summary>A card was opened by mistake: it takes no place any more.</summary>
internal sealed class FollowVoiding(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseVoided, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseVoided e, CancellationToken ct)
    {
        foreach (var placement in await Db.Placements.Where(p => p.ChildId == e.ChildId && p.Until == null).ToListAsync(ct))
            placement.Annul();
    }
}
