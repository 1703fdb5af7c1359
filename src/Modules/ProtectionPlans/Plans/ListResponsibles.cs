using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="PlanId">A plan whose child's place counts; without it the caller's own territory.</param>
internal sealed record ListResponsiblesRequest(Guid? PlanId = null);

internal sealed record ListResponsiblesResponse(IReadOnlyList<ResponsibleSpecialist> Items);

/// <summary>The specialists of every body who work for a place, to whom measures can be assigned [16].</summary>
internal sealed class ListResponsiblesEndpoint(ProtectionPlansDbContext db, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<ListResponsiblesRequest, ListResponsiblesResponse>
{
    public override void Configure()
    {
        Get("plans/responsibles");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListResponsiblesRequest request, CancellationToken ct)
    {
        var place = request.PlanId is { } plan ? (await PlanViews.FindAsync(db, plan, Caller.Scope, ct)).Territory : Caller.Scope.Territory;
        await Send.OkAsync(new(place is null ? [] : await specialists.WorkingForAsync(place, time.Today(), ct)), ct);
    }
}
