using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Recipients;

/// <param name="Text">The text sent to the recipient.</param>
/// <param name="On">The day on which it was sent.</param>
internal sealed record TellRecipientRequest(Guid Id, string Text, DateOnly On);

internal sealed class TellRecipientValidator : Validator<TellRecipientRequest>
{
    public TellRecipientValidator(TimeProvider time)
    {
        RuleFor(r => r.Text).NotEmpty().MaximumLength(RecipientNotice.LongText);
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("recipient.told-in-future");
    }
}

/// <summary>Records that the recipient of disclosed data was notified of a correction; the text is kept [27].</summary>
internal sealed class TellRecipientEndpoint(IntegrationDbContext db, ICases cases, Vault vault, StatutoryClock clock)
    : ApiEndpoint<TellRecipientRequest, object?>
{
    public override void Configure()
    {
        Post("integration/recipient-notices/{id}/tell");
        Guarded(Permission.RegisterDisclosures, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(TellRecipientRequest request, CancellationToken ct)
    {
        var notice = await db.FindRecipientNoticeAsync(cases, request.Id, Caller, ct);
        HttpContext.Expect(notice);
        notice.Tell(request.Text, request.On, Caller.SpecialistId, await vault.OfAsync(notice.ChildId, ct));
        await clock.MeetAsync(db, Step.NotifyRecipient, notice.Id, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
