using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Status">In progress, done, or not possible; the result says what was done or why not.</param>
/// <param name="Obstacle">Why it was not possible; also what delays it.</param>
internal sealed record ReportMeasureRequest(
    Guid Id,
    MeasureStatus Status,
    string Result,
    DateOnly On,
    string? Evidence = null,
    MeasureObstacle? Obstacle = null
);

internal sealed class ReportMeasureValidator : Validator<ReportMeasureRequest>
{
    public ReportMeasureValidator(TimeProvider time)
    {
        RuleFor(r => r.Status)
            .Must(s => s is MeasureStatus.InProgress or MeasureStatus.Done or MeasureStatus.NotPossible)
            .WithErrorCode("measure.status-wrong");
        RuleFor(r => r.Obstacle).IsInEnum();
        RuleFor(r => r.Obstacle).NotNull().When(r => r.Status is MeasureStatus.NotPossible);
        RuleFor(r => r.Result).NotEmpty().MaximumLength(4_000);
        RuleFor(r => r.Evidence).MaximumLength(4_000);
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("measure.in-future");
    }
}

/// <summary>Reports on a measure: by its responsible specialist alone, of whatever body [16, 13b.4].</summary>
internal sealed class ReportMeasureEndpoint(ProtectionPlansDbContext db, ICases cases, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<ReportMeasureRequest, object?>
{
    public override void Configure()
    {
        Post("plans/measures/{id}/report");
        Guarded(Permission.ReportMeasures, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(ReportMeasureRequest request, CancellationToken ct)
    {
        var measure =
            await db.Measures.FirstOrDefaultAsync(m => m.Id == request.Id && m.ResponsibleId == Caller.SpecialistId, ct)
            ?? throw DomainException.NotFound();
        var plan =
            await db.Plans.AsNoTracking().Within(DataScope.Republic).FirstOrDefaultAsync(p => p.Id == measure.PlanId, ct)
            ?? throw DomainException.NotFound();
        if (plan.Status is not PlanStatus.InForce)
            throw new DomainException("measure.not-running");
        measure.Report(
            request.Status,
            request.Obstacle,
            request.Result,
            request.Evidence,
            request.On,
            await vault.OfAsync(measure.ChildId, ct)
        );
        if (!measure.IsRunning)
            await clock.MeetAsync(db, Step.CarryOutMeasure, measure.Id, ct);
        var responsible = await cases.ResponsibleAsync(measure.ChildId, ct);
        db.Publish(new MeasureReported(measure.Id, $"{Ids.New():N}", plan.ChildId, plan.Number, responsible, Caller.SpecialistId), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
