using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;

namespace Registry.Children.Search;

/// <summary>The index follows a case to its new district.</summary>
internal sealed class FollowTransferredChild(ChildrenDbContext db, SearchIndex index, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(CaseTransferred e, CancellationToken ct) => index.MoveAsync(Db, e.ChildId, ct);
}

/// <summary>The index follows a case that was sealed after an adoption, or unsealed.</summary>
internal sealed class FollowSealedChild(ChildrenDbContext db, SearchIndex index, TimeProvider time)
    : ModuleEventHandler<CaseSealed, ChildrenDbContext>(db, time)
{
    protected override Task ApplyAsync(CaseSealed e, CancellationToken ct) => index.MoveAsync(Db, e.ChildId, ct);
}
