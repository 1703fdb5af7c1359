using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Access;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Institutions.Placements;

internal sealed record PlaceChildResponse(Guid Id);

internal sealed class PlaceChildValidator : Validator<PlacementDecision>
{
    public PlaceChildValidator(TimeProvider time)
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.From).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.DecidedOn).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.LegalGround).NotEmpty().MaximumLength(Institution.TextMaxLength);
        RuleFor(r => r.Decision).NotEmpty().MaximumLength(Institution.TextMaxLength);
        RuleFor(r => r.DecidedBy).NotEmpty().MaximumLength(Institution.TextMaxLength);
        RuleFor(r => r.InstitutionId)
            .NotEmpty()
            .When(r => r.Kind.IsInInstitution())
            .WithErrorCode("placement.institution-required")
            .Empty()
            .When(r => !r.Kind.IsInInstitution(), ApplyConditionTo.CurrentValidator)
            .WithErrorCode("placement.no-institution");
        RuleFor(r => r.Carer)
            .NotEmpty()
            .When(r => !r.Kind.IsInInstitution() && r.Kind is not PlacementKind.OwnFamily, ApplyConditionTo.CurrentValidator)
            .MaximumLength(Institution.TextMaxLength);
        RuleFor(r => r.Gap).MaximumLength(Institution.TextMaxLength);
        RuleFor(r => r.BeyondCapacity).MaximumLength(Institution.TextMaxLength);
    }
}

/// <summary>Enters where a child lives from a day on [17.3]; in an institution the clock of the six-month review starts.</summary>
internal sealed class PlaceChildEndpoint(InstitutionsDbContext db, ICases cases, Vault vault, StatutoryClock clock, PlanTerms terms)
    : ApiEndpoint<PlacementDecision, PlaceChildResponse>
{
    public override void Configure()
    {
        Post("institutions/placements/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("place where a child lives");
    }

    public override async Task HandleAsync(PlacementDecision request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        await db.RequireAllowedAsync(request, ct);
        var placement = Placement.Place(about, request, await vault.OfAsync(request.Id, ct), Caller.SpecialistId);
        db.Add(placement);
        if (placement.Kind.IsInInstitution() && placement.Kind.IsResidential())
            await clock.StartAsync(db, terms.ReviewPlacement, placement.From, placement.Subject(about.ResponsibleId), ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"institutions/placements/of-child/{request.Id}", new(placement.Id), placement.Version);
    }
}
