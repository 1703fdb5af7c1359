using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;

namespace Registry.Children.Model;

/// <summary>Cards that became part of another one and lead to it.</summary>
internal static class MergedCards
{
    /// <summary>The children whose cards became part of this one, directly or through another.</summary>
    public static async Task<IReadOnlyList<Guid>> MergedIntoAsync(this ChildrenDbContext db, Guid child, CancellationToken ct)
    {
        var all = new List<Guid>();
        for (var next = new List<Guid> { child }; next.Count > 0; )
        {
            var at = next;
            next = await db.Children.Where(c => c.MergedInto != null && at.Contains(c.MergedInto.Value)).Select(c => c.Id).ToListAsync(ct);
            next = [.. next.Except(all)];
            all.AddRange(next);
        }
        return all;
    }

    /// <summary>The card that continues in place of this one; null if this one was not merged, or that one lies outside the scope.</summary>
    public static async Task<Guid?> SurvivorAsync(this ChildrenDbContext db, Guid child, DataScope scope, CancellationToken ct)
    {
        var at = await db.Children.AsNoTracking().FirstOrDefaultAsync(c => c.Id == child && c.State == ChildState.Merged, ct);
        while (at is { State: ChildState.Merged, MergedInto: { } next })
            at = await db.Children.AsNoTracking().FirstOrDefaultAsync(c => c.Id == next, ct);
        return at is not null && at.Id != child && scope.Covers(at.Territory) ? at.Id : null;
    }

    /// <summary>They belong to the surviving card's territory.</summary>
    public static async Task MoveMergedAsync(this ChildrenDbContext db, Guid child, string territory, CancellationToken ct)
    {
        var merged = await db.MergedIntoAsync(child, ct);
        foreach (var card in await db.Children.Where(c => merged.Contains(c.Id)).ToListAsync(ct))
            card.Move(territory);
    }
}
