using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;

namespace Registry.Institutions.Placements;

/// <summary>The merged child's brothers and sisters are the surviving child's. The old links stay and lead to the merged card, so that an undone merge needs nothing but them.</summary>
internal sealed class FollowMergedSiblings(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsMerged, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsMerged e, CancellationToken ct)
    {
        var known = await Db.Siblings.Where(s => s.ChildId == e.ChildId).Select(s => s.SiblingId).ToListAsync(ct);
        foreach (var link in await Db.Siblings.AsNoTracking().Where(s => s.ChildId == e.MergedId).ToListAsync(ct))
        {
            // two cards of one child may have been taken for two children of a family
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

/// <summary>The two were not one child: the links that came by the merge go.</summary>
internal sealed class FollowSplitSiblings(InstitutionsDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsSplit, InstitutionsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CardsSplit e, CancellationToken ct) =>
        Db.Siblings.RemoveRange(await Db.Siblings.Where(s => s.MergeId == e.MergeId).ToListAsync(ct));
}
