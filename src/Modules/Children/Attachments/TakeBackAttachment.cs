using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Attachments;

internal sealed record TakeBackAttachmentRequest(Guid Id);

/// <summary>A file was withdrawn in error: it can be opened again. The journal keeps both.</summary>
internal sealed class TakeBackAttachmentEndpoint(ChildrenDbContext db, Vault vault) : ApiEndpoint<TakeBackAttachmentRequest, object?>
{
    public override void Configure()
    {
        Post("children/attachments/{id}/take-back");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(TakeBackAttachmentRequest request, CancellationToken ct)
    {
        var attachment = await AttachmentViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(attachment);
        attachment.TakeBack(await vault.OfAsync(attachment.ChildId, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
