using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;

namespace Registry.Children.Cards;

/// <summary>Recomputes the severity after a merge: the signals and cases of both cards now belong to one child.</summary>
internal sealed class FollowMergedSeverity(ChildrenDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsMerged, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(CardsMerged e, CancellationToken ct) => FollowSeverity.BothAsync(Db, e.ChildId, e.MergedId, ct);
}

/// <summary>Each child has its own signals and cases again.</summary>
internal sealed class FollowSplitSeverity(ChildrenDbContext db, TimeProvider time)
    : ModuleEventHandler<CardsSplit, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(CardsSplit e, CancellationToken ct) => FollowSeverity.BothAsync(Db, e.ChildId, e.MergedId, ct);
}
