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

internal sealed record ReviewPlacementRequest(Guid Id, DateOnly On, string Findings);

internal sealed class ReviewPlacementValidator : Validator<ReviewPlacementRequest>
{
    private const int LongText = 4_000;

    public ReviewPlacementValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.Findings).NotEmpty().MaximumLength(LongText);
    }
}

/// <summary>Reviews whether the placement is still right; the next review is due six months later [13b.4].</summary>
internal sealed class ReviewPlacementEndpoint(InstitutionsDbContext db, ICases cases, Vault vault, StatutoryClock clock, PlanTerms terms)
    : ApiEndpoint<ReviewPlacementRequest, object?>
{
    public override void Configure()
    {
        Post("institutions/placements/{id}/review");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ReviewPlacementRequest request, CancellationToken ct)
    {
        var placement = await db.PlacementAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(placement);
        var about = await cases.OpenCaseInScopeAsync(placement.ChildId, Caller, ct);
        placement.Review(request.On, request.Findings, await vault.OfAsync(placement.ChildId, ct));
        await clock.MeetAsync(db, Step.ReviewPlacement, placement.Id, ct);
        if (placement.Kind.IsInInstitution() && placement.Kind.IsResidential())
            await clock.StartAsync(db, terms.ReviewPlacement, request.On, placement.Subject(about.ResponsibleId), ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
