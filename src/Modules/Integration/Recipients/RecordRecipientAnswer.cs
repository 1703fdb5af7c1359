using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Recipients;

/// <param name="Answer">What the recipient answered.</param>
internal sealed record RecordRecipientAnswerRequest(Guid Id, string Answer, DateOnly On);

internal sealed class RecordRecipientAnswerValidator : Validator<RecordRecipientAnswerRequest>
{
    public RecordRecipientAnswerValidator(TimeProvider time)
    {
        RuleFor(r => r.Answer).NotEmpty().MaximumLength(RecipientNotice.LongText);
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("recipient.told-in-future");
    }
}

/// <summary>Keeps the recipient's answer with the notice [27].</summary>
internal sealed class RecordRecipientAnswerEndpoint(IntegrationDbContext db, ICases cases, Vault vault)
    : ApiEndpoint<RecordRecipientAnswerRequest, object?>
{
    public override void Configure()
    {
        Post("integration/recipient-notices/{id}/answer");
        Guarded(Permission.RegisterDisclosures, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(RecordRecipientAnswerRequest request, CancellationToken ct)
    {
        var notice = await db.FindRecipientNoticeAsync(cases, request.Id, Caller, ct);
        HttpContext.Expect(notice);
        notice.Answer(request.Answer, request.On, await vault.OfAsync(notice.ChildId, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
