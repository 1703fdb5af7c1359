using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;
using Registry.ProtectionPlans.Database;

namespace Registry.ProtectionPlans.Plans;

internal sealed record GetPlanRequest(Guid Id);

/// <summary>A plan with the reason of every measure, and what the rules would add or drop by the card as it stands today [3, 20].</summary>
internal sealed class GetPlanEndpoint(
    ProtectionPlansDbContext db,
    IAssessments assessments,
    PlanFormer former,
    PlanViews views,
    Vault vault
) : ApiEndpoint<GetPlanRequest, PlanView>
{
    public override void Configure()
    {
        Get("plans/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetPlanRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        var seal = await vault.OfAsync(plan.ChildId, ct);
        var assessment = plan.Status is PlanStatus.Superseded ? null : await assessments.LastAsync(plan.CaseId, ct);
        var now = assessment is null ? null : await former.CircumstancesAsync(plan.ChildId, assessment, ct);
        HttpContext.ShowVersion(plan.Version);
        await Send.OkAsync(await views.OfAsync(plan, seal, Caller, now, ct), ct);
    }
}
