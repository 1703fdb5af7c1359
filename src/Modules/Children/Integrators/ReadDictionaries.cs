using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Integrators;

internal sealed record ReadDictionariesResponse(IReadOnlyList<DictionaryRow> Items);

/// <summary>The dictionaries whose codes the integrators' API uses [12.2].</summary>
internal sealed class ReadDictionariesEndpoint(ChildrenDbContext db) : ApiEndpoint<ReadDictionariesResponse>
{
    public override void Configure()
    {
        Get("v1/dictionaries");
        Guarded(Permission.ReadForIntegration, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct) =>
        await Send.OkAsync(new(await db.DictionaryRows().ToListAsync(ct)), ct);
}
