using Registry.Basics.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record GetPlanRequest(Guid Id);

/// <summary>A plan with the reason of every measure, and what differs from the version before [3].</summary>
internal sealed class GetPlanEndpoint(ProtectionPlansDbContext db, PlanViews views, Vault vault) : ApiEndpoint<GetPlanRequest, PlanView>
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
        HttpContext.ShowVersion(plan.Version);
        await Send.OkAsync(await views.OfAsync(plan, seal, Caller, ct), ct);
    }
}
