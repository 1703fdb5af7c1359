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

/// <param name="LearnedOn">The day the specialist learned of it; the two working days of [20.8] count from it.</param>
internal sealed record LeavePlacementRequest(Guid Id, DateOnly On, DateOnly LearnedOn, string Because);

internal sealed class LeavePlacementValidator : Validator<LeavePlacementRequest>
{
    public LeavePlacementValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.LearnedOn)
            .NotEmpty()
            .Must(day => day <= time.Today())
            .WithErrorCode("field.in-future")
            .Must((r, day) => day >= r.On)
            .WithErrorCode("placement.learned-before");
        RuleFor(r => r.Because).NotEmpty().MaximumLength(Institution.TextMaxLength);
    }
}

/// <summary>A child leaves the place where it lived; leaving an institution starts the change of [20.8] with its two working days.</summary>
internal sealed class LeavePlacementEndpoint(InstitutionsDbContext db, ICases cases, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<LeavePlacementRequest, object?>
{
    public override void Configure()
    {
        Post("institutions/placements/{id}/leave");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(LeavePlacementRequest request, CancellationToken ct)
    {
        var placement = await db.PlacementAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(placement);
        await cases.OpenCaseInScopeAsync(placement.ChildId, Caller, ct);
        placement.Leave(request.On, request.Because, await vault.OfAsync(placement.ChildId, ct));
        await clock.LapseAsync(db, Step.ReviewPlacement, placement.Id, LapseReason.PlacementEnded, ct);
        if (placement.Kind.IsInInstitution() && placement.Kind.IsResidential())
            db.Publish(
                new ChildLeftInstitution(
                    placement.Id,
                    placement.ChildId,
                    placement.CaseId,
                    request.On,
                    request.LearnedOn,
                    Caller.SpecialistId
                ),
                time
            );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
