using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Merging;

/// <summary>Two cards became one: what the module keeps of the merged child follows the surviving one. Registered once for each module's context.</summary>
public sealed class FollowMerge<TContext>(TContext db, Registry.Platform.Vault.Vault vault, ICases cases, TimeProvider time)
    : ModuleEventHandler<CardsMerged, TContext>(db, time)
    where TContext : ModuleDbContext
{
    protected override string Name => $"{nameof(FollowMerge<>)}.{typeof(TContext).Name}";

    protected override async Task ApplyAsync(CardsMerged e, CancellationToken ct)
    {
        if (await vault.PairAsync(e.MergeId, e.ChildId, e.MergedId, ct) is not { } pair)
            return;
        var territory = (await cases.AnyCaseAsync(e.ChildId, ct))?.Territory;
        await MergedRows.FollowAsync(Db, pair, territory, Db is PlatformDbContext, ct);
        MergedRows.Record(Db, pair);
    }
}

/// <summary>A merge was undone, or its rows were assigned by hand: what belongs to the other child goes back to it.</summary>
public sealed class FollowSplit<TContext>(TContext db, Registry.Platform.Vault.Vault vault, ICases cases, TimeProvider time)
    : ModuleEventHandler<CardsSplit, TContext>(db, time)
    where TContext : ModuleDbContext
{
    protected override string Name => $"{nameof(FollowSplit<>)}.{typeof(TContext).Name}";

    protected override async Task ApplyAsync(CardsSplit e, CancellationToken ct)
    {
        if (await vault.PairAsync(e.MergeId, e.ChildId, e.MergedId, ct) is not { } pair)
            return;
        var platform = Db is PlatformDbContext;
        var territory = (await cases.AnyCaseAsync(e.MergedId, ct))?.Territory;
        if (e.Undone)
            await MergedRows.UndoAsync(Db, pair, platform, ct);
        // after an undoing these are what was made since in a case that went back
        await MergedRows.SplitAsync(Db, pair, territory, platform, ct);
    }
}

public static class MergedPairs
{
    /// <summary>Null when one of the two was purged meanwhile: nothing is left to reseal.</summary>
    public static async Task<MergedPair?> PairAsync(
        this Registry.Platform.Vault.Vault vault,
        Guid merge,
        Guid kept,
        Guid other,
        CancellationToken ct
    )
    {
        var seals = await vault.ForTheBaseItselfAsync([kept, other], ct);
        return seals.TryGetValue(kept, out var own) && seals.TryGetValue(other, out var its) ? new(merge, own, its) : null;
    }
}
