using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Attachments;

internal sealed record WithdrawAttachmentRequest(Guid Id, string Reason, string? Confirm = null) : IConfirmed;

internal sealed class WithdrawAttachmentValidator : Validator<WithdrawAttachmentRequest>
{
    public WithdrawAttachmentValidator()
    {
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>A file was attached in error: it can no longer be opened, and the reason is kept.</summary>
internal sealed class WithdrawAttachmentEndpoint(ChildrenDbContext db, Vault vault, TimeProvider time)
    : ApiEndpoint<WithdrawAttachmentRequest, object?>
{
    public override void Configure()
    {
        Post("children/attachments/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawAttachmentRequest request, CancellationToken ct)
    {
        var attachment = await AttachmentViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(attachment);
        // an attachment of a signal has no case yet
        if (await db.Cases.AnyAsync(c => c.ChildId == attachment.ChildId, ct))
            await db.OpenCaseAsync(attachment.ChildId, Caller.Scope, ct);
        var seal = await vault.OfAsync(attachment.ChildId, ct);
        request.RequireConfirmed(attachment.NameBy(seal));
        attachment.Withdraw(request.Reason, seal, Caller.SpecialistId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
