using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <param name="To">Who took it; of a system, its own name.</param>
/// <param name="SubjectTold">How the subject was informed, where the law requires it.</param>
/// <param name="SystemId">Which other state system may read it over the API.</param>
internal sealed record GiveDisclosureRequest(
    Guid Id,
    GivenAs As,
    DateOnly On,
    string? To = null,
    string? SubjectTold = null,
    Guid? SystemId = null
);

internal sealed class GiveDisclosureValidator : Validator<GiveDisclosureRequest>
{
    public GiveDisclosureValidator(TimeProvider time)
    {
        RuleFor(r => r.As).IsInEnum();
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("disclosure.given-in-future");
        // a system can read from now on: its thirty days begin today
        RuleFor(r => r.On).Equal(time.Today()).When(r => r.As is GivenAs.System).WithErrorCode("disclosure.system-today");
        RuleFor(r => r.To).NotEmpty().When(r => r.As is not GivenAs.System);
        RuleFor(r => r.To).MaximumLength(Disclosure.ShortText);
        RuleFor(r => r.SystemId).NotEmpty().When(r => r.As is GivenAs.System);
        RuleFor(r => r.SystemId).Null().When(r => r.As is not GivenAs.System).WithErrorCode("field.wrong-format");
        RuleFor(r => r.SubjectTold).MaximumLength(Disclosure.LongText);
    }
}

/// <summary>Records the handover of what was granted: how, when and to whom [27].</summary>
internal sealed class GiveDisclosureEndpoint(
    IntegrationDbContext db,
    ICases cases,
    IStateSystems systems,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<GiveDisclosureRequest, object?>
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
        if (request.As is GivenAs.System)
        {
            var systemsOf = await systems.ForDisclosuresAsync(disclosure.Territory, time.Today(), ct);
            var system =
                systemsOf.FirstOrDefault(s => s.Id == request.SystemId)
                ?? throw new DomainException("disclosure.system-unknown", 400, "systemId");
            disclosure.GiveToSystem(system, request.On, request.SubjectTold, seal, Caller.SpecialistId);
        }
        else
            disclosure.Give(request.As, request.On, request.To!, request.SubjectTold, seal, Caller.SpecialistId);
        await clock.MeetAsync(db, Step.AnswerSubject, disclosure.Id, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
