using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;

namespace Registry.Institutions.Placements;

/// <summary>
/// The merged child's siblings become the surviving child's. The old links to the merged card stay, so that they suffice to undo the merge.
/// </summary>
internal sealed class FollowMergedSiblings(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsMerged, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsMerged e, CancellationToken ct)
    {
        var known = await Db.Siblings.Where(s => s.ChildId == e.ChildId).Select(s => s.SiblingId).ToListAsync(ct);
        foreach (var link in await Db.Siblings.AsNoTracking().Where(s => s.ChildId == e.MergedId).ToListAsync(ct))
        {
            // two cards of one child may have been linked as siblings
            if (link.SiblingId == e.ChildId || known.Contains(link.SiblingId))
                continue;
            Db.Siblings.Add(Link(e.ChildId, link.SiblingId, e.MergeId));
            Db.Siblings.Add(Link(link.SiblingId, e.ChildId, e.MergeId));

            SiblingLink Link(Guid child, Guid sibling, Guid merge) =>
                new()
                {
                    ChildId = child,
                    SiblingId = sibling,
                    By = link.By,
                    At = link.At,
                    MergeId = merge,
                };
        }
    }
}

/// <summary>The two were not one child: the links added by the merge are removed.</summary>
internal sealed class FollowSplitSiblings(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsSplit, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsSplit e, CancellationToken ct) =>
        Db.Siblings.RemoveRange(await Db.Siblings.Where(s => s.MergeId == e.MergeId).ToListAsync(ct));
}
