using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;

namespace Registry.Institutions.Placements;

/// <summary>Children of one report are siblings, so that it shows when they live apart.</summary>
internal sealed class FollowSiblings(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<SiblingsReported, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(SiblingsReported e, CancellationToken ct)
    {
        if (await Db.Siblings.AnyAsync(s => s.ChildId == e.ChildId && s.SiblingId == e.SiblingId, ct))
            return;
        foreach (var (one, other) in new[] { (e.ChildId, e.SiblingId), (e.SiblingId, e.ChildId) })
            Db.Add(
                new SiblingLink
                {
                    ChildId = one,
                    SiblingId = other,
                    By = e.By,
                    At = Time.Utc(),
                }
            );
    }
}
