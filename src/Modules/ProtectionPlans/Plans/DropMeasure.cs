using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Reason">Empty takes a dropped measure back.</param>
internal sealed record DropMeasureRequest(Guid Id, Guid MeasureId, string? Reason = null);

internal sealed class DropMeasureValidator : Validator<DropMeasureRequest>
{
    public DropMeasureValidator()
    {
        RuleFor(r => r.Reason).MaximumLength(4_000);
    }
}

/// <summary>Takes a measure out of a draft with a reason, or back into it where the reason is empty [3].</summary>
internal sealed class DropMeasureEndpoint(ProtectionPlansDbContext db, Vault vault) : ApiEndpoint<DropMeasureRequest, object?>
{
    public override void Configure()
    {
        Post("plans/{id}/measures/{measureId}/drop");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DropMeasureRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        plan.RequireDraft();
        var measure = plan.MeasureOf(request.MeasureId);
        var seal = await vault.OfAsync(plan.ChildId, ct);
        if (measure.Status is MeasureStatus.Dropped && string.IsNullOrWhiteSpace(request.Reason))
            measure.TakeBack(seal);
        else if (string.IsNullOrWhiteSpace(request.Reason))
            throw new DomainException("measure.reason-required", 400, "reason");
        else
            measure.Drop(request.Reason, seal);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
