using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Attachments;

internal sealed record PreviewWithdrawAttachmentRequest(Guid Id);

/// <summary>The effect of withdrawing a file on those who work with the child.</summary>
internal sealed class PreviewWithdrawAttachmentEndpoint(ChildrenDbContext db, Vault vault)
    : PreviewEndpoint<PreviewWithdrawAttachmentRequest>
{
    public override void Configure() => Previews("children/attachments/{id}/consequences", Permission.EditChildren, Reach.Territory);

    public override async Task HandleAsync(PreviewWithdrawAttachmentRequest request, CancellationToken ct)
    {
        var attachment = await AttachmentViews.FindAsync(db, request.Id, Caller.Scope, ct);
        await ShowAsync(
            attachment.NameBy(await vault.OfAsync(attachment.ChildId, ct)),
            canBeUndone: true,
            [new(ConsequenceKind.FilesGone, 1)],
            ct
        );
    }
}
