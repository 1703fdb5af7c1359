using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record ChangeMeasureRequest(Guid Id, Guid MeasureId, string Body, int WorkingDays, Guid? ResponsibleId = null);

internal sealed class ChangeMeasureValidator : Validator<ChangeMeasureRequest>
{
    public ChangeMeasureValidator()
    {
        RuleFor(r => r.Body).NotEmpty().MaximumLength(40);
        RuleFor(r => r.WorkingDays).InclusiveBetween(1, 250);
    }
}

/// <summary>Changes body, term and responsible specialist of a measure of a draft [3, 16].</summary>
internal sealed class ChangeMeasureEndpoint(ProtectionPlansDbContext db, RuleCatalog rules, Responsibles responsibles)
    : ApiEndpoint<ChangeMeasureRequest, object?>
{
    public override void Configure()
    {
        Put("plans/{id}/measures/{measureId}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeMeasureRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        plan.RequireDraft();
        Responsibles.RequireBody(rules, request.Body);
        await responsibles.RequireAsync(plan, request.ResponsibleId, ct);
        plan.MeasureOf(request.MeasureId).Assign(request.Body, request.WorkingDays, request.ResponsibleId);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
