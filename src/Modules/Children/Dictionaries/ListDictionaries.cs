using FastEndpoints;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Dictionaries;

internal sealed record FurtherFieldRow(
    string Code,
    FurtherFieldKind Kind,
    string NameKy,
    string NameRu,
    string NameEn,
    string? Choices,
    int Order,
    DateOnly ValidFrom,
    DateOnly? ValidUntil
);

internal sealed record ListDictionariesResponse(IReadOnlyList<DictionaryRow> Items, IReadOnlyList<FurtherFieldRow> FurtherFields);

/// <summary>Every dictionary with all its entries, including ended ones, which old cards still use.</summary>
internal sealed class ListDictionariesEndpoint(ChildrenDbContext db) : ApiEndpoint<ListDictionariesResponse>
{
    public override void Configure()
    {
        Get("children/dictionaries");
        Guarded(Permission.UseBase, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(EmptyRequest request, CancellationToken ct)
    {
        var items = await db.DictionaryRows().ToListAsync(ct);
        var fields = await db
            .FurtherFields.AsNoTracking()
            .OrderBy(f => f.Order)
            .Select(f => new FurtherFieldRow(f.Code, f.Kind, f.NameKy, f.NameRu, f.NameEn, f.Choices, f.Order, f.ValidFrom, f.ValidUntil))
            .ToListAsync(ct);
        await Send.OkAsync(new(items, fields), ct);
    }
}
