using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Attachments;

/// <param name="Id">The signal.</param>
internal sealed record AttachToSignalRequest(Guid Id, string Name, string Title, byte[] Content);

internal sealed class AttachToSignalValidator : Validator<AttachToSignalRequest>
{
    public AttachToSignalValidator()
    {
        RuleFor(r => r.Name).NotEmpty().MaximumLength(FileLimits.SentName);
        RuleFor(r => r.Title).NotEmpty().MaximumLength(FileLimits.Title);
        RuleFor(r => r.Content).AFile();
    }
}

/// <summary>Attaches material handed over by the reporter to an unprocessed signal [13b.1].</summary>
internal sealed class AttachToSignalEndpoint(ChildrenDbContext db, IAttachments attachments)
    : ApiEndpoint<AttachToSignalRequest, AddAttachmentResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/attachments");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Costs(Cost.Upload);
        Creates();
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(AttachToSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        if (signal.Status is not SignalStatus.New)
            throw new DomainException("signal.not-open");
        var file = new NewAttachment(request.Name, request.Title, request.Content);
        var id = await attachments.AddAsync(signal.ChildId, AttachedTo.Signal, signal.Id, file, Caller.SpecialistId, ct);
        await CreatedAsync($"children/attachments/{id}/file", new(id));
    }
}
