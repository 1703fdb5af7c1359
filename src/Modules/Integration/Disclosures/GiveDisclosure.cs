using FastEndpoints;
using FluentValidation;
using Registry.Contracts;
using Registry.Integration.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Integration.Disclosures;

/// <param name="SubjectTold">How the subject was told of it, where the law wants it.</param>
internal sealed record GiveDisclosureRequest(Guid Id, GivenAs As, DateOnly On, string To, string? SubjectTold = null);

internal sealed class GiveDisclosureValidator : Validator<GiveDisclosureRequest>
{
    public GiveDisclosureValidator(TimeProvider time)
    {
        RuleFor(r => r.As).IsInEnum();
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("disclosure.given-in-future");
        RuleFor(r => r.To).NotEmpty().MaximumLength(Disclosure.ShortText);
        RuleFor(r => r.SubjectTold).MaximumLength(Disclosure.LongText);
    }
}

/// <summary>Writes down that what was granted was handed over: how, when and to whom [27].</summary>
internal sealed class GiveDisclosureEndpoint(IntegrationDbContext db, ICases cases, Vault vault, StatutoryClock clock, PlanTerms terms)
    : ApiEndpoint<GiveDisclosureRequest, object?>
{
    public override void Configure()
    {
        Post("integration/disclosures/{id}/give");
        Guarded(Permission.RegisterDisclosures, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(GiveDisclosureRequest request, CancellationToken ct)
    {
        var disclosure = await db.FindDisclosureAsync(cases, request.Id, Caller, ct);
        HttpContext.Expect(disclosure);
        var seal = await vault.OfAsync(disclosure.ChildId, ct);
        disclosure.Give(request.As, request.On, request.To, request.SubjectTold, seal, Caller.SpecialistId);
        await clock.MeetAsync(db, terms.AnswerSubject, disclosure.Id, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
