using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Attachments;

/// <param name="Id">The child.</param>
/// <param name="Content">The file's bytes, at most 10 MB.</param>
/// <param name="AboutId">The change, assessment, measure, visit or closing; null for the card itself.</param>
internal sealed record AddAttachmentRequest(Guid Id, AttachedTo To, string Name, string Title, byte[] Content, Guid? AboutId = null);

internal sealed record AddAttachmentResponse(Guid Id);

internal sealed class AddAttachmentValidator : Validator<AddAttachmentRequest>
{
    public AddAttachmentValidator()
    {
        RuleFor(r => r.To).IsInEnum().NotEqual(AttachedTo.Signal).WithErrorCode("attachment.about-unknown");
        RuleFor(r => r.AboutId).NotEmpty().When(r => r.To is not AttachedTo.Card);
        RuleFor(r => r.Name).NotEmpty().MaximumLength(FileLimits.SentName);
        RuleFor(r => r.Title).NotEmpty().MaximumLength(FileLimits.Title);
        RuleFor(r => r.Content).AFile();
    }
}

/// <summary>Attaches a photo, document or recording to a child's card or to a step of its case [13b.2, 20].</summary>
internal sealed class AddAttachmentEndpoint(ChildrenDbContext db, IAttachments attachments, IEnumerable<IAttachable> kinds)
    : ApiEndpoint<AddAttachmentRequest, AddAttachmentResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/attachments");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Costs(Cost.Upload);
        Creates();
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(AddAttachmentRequest request, CancellationToken ct)
    {
        await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        if (!await IsAboutAsync(request, ct))
            throw new DomainException("attachment.about-unknown", 400, "aboutId");
        var file = new NewAttachment(request.Name, request.Title, request.Content);
        var id = await attachments.AddAsync(request.Id, request.To, request.AboutId, file, Caller.SpecialistId, ct);
        await CreatedAsync($"children/attachments/{id}/file", new(id));
    }

    /// <summary>The target of the attachment belongs to the same card, or is the card.</summary>
    private async Task<bool> IsAboutAsync(AddAttachmentRequest request, CancellationToken ct) =>
        request.To is AttachedTo.Card
            ? request.AboutId is null || request.AboutId == request.Id
            : await kinds.Single(k => k.Kind == request.To).IsAboutAsync(request.AboutId!.Value, request.Id, ct);
}
