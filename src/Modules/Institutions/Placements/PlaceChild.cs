using FastEndpoints;
using FluentValidation;
using Registry.Contracts;
using Registry.Institutions.Database;
using Registry.Institutions.Register;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Institutions.Placements;

/// <param name="Id">The child.</param>
/// <param name="Gap">Where the child was since the earlier placement, if days lie between.</param>
/// <param name="BeyondCapacity">Why here although the institution is full.</param>
internal sealed record PlaceChildRequest(
    Guid Id,
    PlacementKind Kind,
    DateOnly From,
    DateOnly DecidedOn,
    string LegalGround,
    string Decision,
    string DecidedBy,
    Guid? InstitutionId = null,
    string? Carer = null,
    string? Gap = null,
    string? BeyondCapacity = null
);

internal sealed record PlaceChildResponse(Guid Id);

internal sealed class PlaceChildValidator : Validator<PlaceChildRequest>
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
    : ApiEndpoint<PlaceChildRequest, PlaceChildResponse>
{
    public override void Configure()
    {
        Post("institutions/placements/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("place where a child lives");
    }

    public override async Task HandleAsync(PlaceChildRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        await db.DemandAllowedAsync(request, ct);
        var placement = Placement.Place(about, request, await vault.OfAsync(request.Id, ct), Caller.SpecialistId);
        db.Add(placement);
        if (placement.Kind.IsInInstitution() && placement.Kind.IsResidential())
            await clock.StartAsync(db, terms.ReviewPlacement, placement.From, placement.Subject(about.ResponsibleId), ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"institutions/placements/of-child/{request.Id}", new(placement.Id), placement.Version);
    }
}
