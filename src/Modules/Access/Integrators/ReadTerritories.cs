using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Integrators;

internal sealed record TerritoryName(string Code, int Level, string? Parent, string NameKy, string NameRu, string NameEn);

internal sealed record ReadTerritoriesResponse(IReadOnlyList<TerritoryName> Items);

/// <summary>The territories in force with their SOATE codes, for integrators [12.2].</summary>
internal sealed class ReadTerritoriesEndpoint(AccessDbContext db) : ApiEndpoint<ReadTerritoriesResponse>
{
    public override void Configure()
    {
        Get("v1/territories");
        Guarded(Permission.ReadForIntegration, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct) =>
        await Send.OkAsync(
            new(
                await db
                    .Territories.AsNoTracking()
                    .Where(t => t.ValidUntil == null)
                    .OrderBy(t => t.Code)
                    .Select(t => new TerritoryName(t.Code, t.Level, t.Parent, t.NameKy, t.NameRu, t.NameEn))
                    .ToListAsync(ct)
            ),
            ct
        );
}
