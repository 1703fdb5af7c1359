using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Children.Dictionaries;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

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
        await Send.OkAsync(
            new(
                await db
                    .DictionaryItems.AsNoTracking()
                    .OrderBy(i => i.Dictionary)
                    .ThenBy(i => i.Order)
                    .Select(i => new DictionaryRow(i.Dictionary, i.Code, i.NameKy, i.NameRu, i.NameEn, i.Order, i.ValidFrom, i.ValidUntil))
                    .ToListAsync(ct)
            ),
            ct
        );
}
