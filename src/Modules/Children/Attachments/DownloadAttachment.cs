using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Files;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Attachments;

internal sealed record DownloadAttachmentRequest(Guid Id);

/// <summary>Downloads a file; it is never displayed inside a page of the Base.</summary>
internal sealed class DownloadAttachmentEndpoint(ChildrenDbContext db, Vault vault) : ApiEndpoint<DownloadAttachmentRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("children/attachments/{id}/file");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(DownloadAttachmentRequest request, CancellationToken ct)
    {
        var attachment = await AttachmentViews.FindAsync(db, request.Id, Caller.Scope, ct);
        if (attachment.WithdrawnAt is not null)
            throw new DomainException("attachment.withdrawn");
        var seal = await vault.OfAsync(attachment.ChildId, ct);
        var file = await db.AttachmentFiles.AsNoTracking().SingleAsync(f => f.Id == attachment.Id, ct);
        await HttpContext.SendFileAsync(attachment.Open(seal).Name, attachment.Format.MediaType(), file.Open(seal), ct);
    }
}
