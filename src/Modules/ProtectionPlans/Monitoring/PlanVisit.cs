using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Time;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Monitoring;

/// <param name="Id">The child.</param>
internal sealed record PlanVisitRequest(Guid Id, DateOnly On);

internal sealed record PlanVisitResponse(Guid Id);

internal sealed class PlanVisitValidator : Validator<PlanVisitRequest>
{
    public PlanVisitValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(day => day >= time.Today()).WithErrorCode("visit.in-past");
        RuleFor(r => r.On).Must(day => day <= time.Today().AddYears(1)).WithErrorCode("visit.too-far");
    }
}

/// <summary>Plans a monitoring visit in addition to the periodic ones [13b.4].</summary>
internal sealed class PlanVisitEndpoint(ProtectionPlansDbContext db, ICases cases, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<PlanVisitRequest, PlanVisitResponse>
{
    public override void Configure()
    {
        Post("plans/visits/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("visit to a child that is expected on a day");
    }

    public override async Task HandleAsync(PlanVisitRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        if (
            await db.Visits.AnyAsync(
                v => v.CaseId == about.CaseId && v.PlannedOn == request.On && v.MadeOn == null && v.CalledOffOn == null,
                ct
            )
        )
            throw new DomainException("visit.planned-already", 409, "on");
        var visit = Visit.Plan(about.CaseId, about.ChildId, about.Number, about.Territory, request.On);
        db.Add(visit);
        await clock.StartAsync(
            db,
            PlanTerms.VisitOn(time.Today(), request.On),
            time.Today(),
            new(visit.Id, about.Number, about.ChildId, about.Territory, Caller.SpecialistId),
            ct
        );
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"plans/visits/of-child/{about.ChildId}", new(visit.Id), visit.Version);
    }
}
