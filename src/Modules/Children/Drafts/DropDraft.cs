using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Children.Drafts;

internal sealed record DropDraftRequest(string Key);

/// <summary>Drops a user's own draft after the form was sent, or by wish. Safe twice.</summary>
internal sealed class DropDraftEndpoint(ChildrenDbContext db) : ApiEndpoint<DropDraftRequest, object?>
{
    public override void Configure()
    {
        Delete("children/drafts/{key}");
        Guarded(Permission.RegisterSignals, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(DropDraftRequest request, CancellationToken ct)
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.AccountId == Caller.AccountId && d.Key == request.Key, ct);
        if (draft is not null)
        {
            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(ct);
        }
        await Send.NoContentAsync(ct);
    }
}
