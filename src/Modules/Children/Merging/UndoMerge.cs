using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Merging;

internal sealed record UndoMergeRequest(Guid Id);

/// <summary>Within 30 days: the two cards were not one child's, and both are restored exactly. Anything added since stays with the surviving card.</summary>
internal sealed class UndoMergeEndpoint(ChildrenDbContext db, CardUnmerger book, TimeProvider time) : ApiEndpoint<UndoMergeRequest, object?>
{
    public override void Configure()
    {
        Post("children/merges/{id}/undo");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(UndoMergeRequest request, CancellationToken ct)
    {
        var merge = await db.FindMergeAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(merge);
        if (!merge.CanBeUndone(time.Today()))
            throw new DomainException(merge.State is MergeState.Done ? "merge.undo-is-over" : "merge.not-done");
        await book.UndoAsync(merge, Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
