using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Disclosures;

internal sealed record ListSystemsForDisclosureRequest(Guid Id);

internal sealed record ListSystemsForDisclosureResponse(IReadOnlyList<StateSystem> Systems);

/// <summary>The other state systems to which a disclosure can be given over the integrators' API [27].</summary>
internal sealed class ListSystemsForDisclosureEndpoint(IntegrationDbContext db, ICases cases, IStateSystems systems, TimeProvider time)
    : ApiEndpoint<ListSystemsForDisclosureRequest, ListSystemsForDisclosureResponse>
{
    public override void Configure()
    {
        Get("integration/disclosures/{id}/systems");
        Guarded(Permission.RegisterDisclosures, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListSystemsForDisclosureRequest request, CancellationToken ct)
    {
        var disclosure = await db.FindDisclosureAsync(cases, request.Id, Caller, ct);
        await Send.OkAsync(
            new(disclosure.Asker is Asker.StateBody ? await systems.ForDisclosuresAsync(disclosure.Territory, time.Today(), ct) : []),
            ct
        );
    }
}
