using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Drafts;

/// <param name="Writer">Only what this page has saved.</param>
/// <param name="Number">Only the version with this number.</param>
internal sealed record DropDraftRequest(string Key, Guid? Writer = null, long? Number = null);

/// <summary>Drops a user's own draft after the form was sent, or on request; not one saved by another page since. Idempotent.</summary>
internal sealed class DropDraftEndpoint(ChildrenDbContext db) : ApiEndpoint<DropDraftRequest, object?>
{
    public override void Configure()
    {
        Delete("children/drafts/{key}");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(DropDraftRequest request, CancellationToken ct)
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.AccountId == Caller.AccountId && d.Key == request.Key, ct);
        var any = request.Writer is null && request.Number is null;
        if (draft is not null && (any || draft.Writer == request.Writer || draft.Number == request.Number))
        {
            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(ct);
        }
        await Send.NoContentAsync(ct);
    }
}
