using FastEndpoints;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record ListResponsiblesResponse(IReadOnlyList<ResponsibleSpecialist> Items);

/// <summary>The specialists of the caller's own district, of every body: whom measures can be given to [16].</summary>
internal sealed class ListResponsiblesEndpoint(ISpecialists specialists, TimeProvider time) : ApiEndpoint<ListResponsiblesResponse>
{
    public override void Configure()
    {
        Get("plans/responsibles");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(EmptyRequest request, CancellationToken ct) =>
        await Send.OkAsync(
            new(
                Caller.Scope.Territory is { } territory
                    ? await specialists.OfDistrictAsync(Soate.District(territory), time.Today(), ct)
                    : []
            ),
            ct
        );
}
