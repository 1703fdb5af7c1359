using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Territories;

internal sealed record PreviewChangeTerritoryRequest(string Code);

/// <summary>Who works in a territory whose names or parent are about to change.</summary>
internal sealed class PreviewChangeTerritoryEndpoint(AccessDbContext db, IEnumerable<ITerritoryUses> uses)
    : PreviewEndpoint<PreviewChangeTerritoryRequest>
{
    public override void Configure() =>
        Previews("access/territories/{code}/consequences", Permission.ManageTerritories, Reach.Administration);

    public override async Task HandleAsync(PreviewChangeTerritoryRequest request, CancellationToken ct)
    {
        var territory =
            await db
                .Territories.AsNoTracking()
                .Where(t => t.Code == request.Code)
                .OrderByDescending(t => t.ValidFrom)
                .FirstOrDefaultAsync(ct)
            ?? throw DomainException.NotFound();
        var prefix = Soate.Prefix(territory.Code);
        var accounts = await db.Accounts.CountAsync(a => a.Territory != null && a.Territory.StartsWith(prefix), ct);
        var bodies = await db.Bodies.CountAsync(b => b.Territory.StartsWith(prefix), ct);
        var systems = await db.Clients.CountAsync(c => c.Territory != null && c.Territory.StartsWith(prefix), ct);
        var consequences = new List<Consequence> { new(ConsequenceKind.HoldersOfTerritory, accounts + bodies + systems) };
        foreach (var module in uses)
            consequences.AddRange(await module.UsesOfTerritoryAsync(territory.Code, ct));
        await ShowAsync(territory.Name, canBeUndone: true, consequences, ct);
    }
}
