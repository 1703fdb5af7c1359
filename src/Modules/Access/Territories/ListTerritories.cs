using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Territories;

/// <param name="History">Also versions that are no longer in force.</param>
internal sealed record ListTerritoriesRequest(bool? History = null);

internal sealed record TerritoryRow(
    Guid Id,
    string Code,
    int Level,
    string Type,
    string? Parent,
    string NameKy,
    string NameRu,
    string NameEn,
    double? Longitude,
    double? Latitude,
    int? Population,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string? Predecessor
);

internal sealed record ListTerritoriesResponse(IReadOnlyList<TerritoryRow> Items);

/// <summary>The whole dictionary of territories, in the order of their codes.</summary>
internal sealed class ListTerritoriesEndpoint(AccessDbContext db) : ApiEndpoint<ListTerritoriesRequest, ListTerritoriesResponse>
{
    public override void Configure()
    {
        Get("access/territories");
        Guarded(Permission.UseBase, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ListTerritoriesRequest request, CancellationToken ct)
    {
        var all = request.History == true;
        var rows = await db
            .Territories.AsNoTracking()
            .Where(t => all || t.ValidUntil == null)
            .OrderBy(t => t.Code)
            .ThenBy(t => t.ValidFrom)
            .Select(t => new TerritoryRow(
                t.Id,
                t.Code,
                t.Level,
                t.Type,
                t.Parent,
                t.NameKy,
                t.NameRu,
                t.NameEn,
                t.Longitude,
                t.Latitude,
                t.Population,
                t.ValidFrom,
                t.ValidUntil,
                t.Predecessor
            ))
            .ToListAsync(ct);
        await Send.OkAsync(new(rows), ct);
    }
}
