using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.Operations;

/// <param name="Key">Id of the event or notice, key of the job.</param>
internal sealed record DiscardDeadLetterRequest(DeadLetterKind Kind, string Key, string Reason);

internal sealed class DiscardDeadLetterValidator : Validator<DiscardDeadLetterRequest>
{
    public DiscardDeadLetterValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(Discard.ReasonMaxLength);
}

/// <summary>An administrator discards a dead letter with a reason: it is not tried again, and holds nothing up any more.</summary>
internal sealed class DiscardDeadLetterEndpoint(AccessDbContext db, DeadLetterOffice office, Vault vault, TimeProvider time)
    : ApiEndpoint<DiscardDeadLetterRequest, object?>
{
    public override void Configure()
    {
        Post("access/operations/dead-letters/{kind}/{key}/discard");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(DiscardDeadLetterRequest request, CancellationToken ct)
    {
        if (Guid.TryParse(request.Key, out var id))
            HttpContext.JournalAbout(id);
        var what = await office.PutAwayAsync(request.Kind, request.Key, ct);
        db.Discards.Add(
            Discard.Of((request.Kind, request.Key, what), request.Reason, await vault.OfBaseAsync(ct), Caller.AccountId, time.Utc())
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
