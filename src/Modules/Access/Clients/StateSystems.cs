using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Access.Clients;

/// <inheritdoc cref="IStateSystems"/>
internal sealed class StateSystems(AccessDbContext db) : IStateSystems
{
    public async Task<IReadOnlyList<StateSystem>> ForDisclosuresAsync(string territory, DateOnly on, CancellationToken ct)
    {
        var rows = await db
            .Clients.AsNoTracking()
            .Where(c => c.RevokedAt == null && c.ValidFrom <= on && c.ValidUntil >= on)
            .Join(db.Bodies.Where(b => b.SuspendedAt == null), c => c.BodyId, b => b.Id, (c, b) => new { Client = c, Body = b })
            .ToListAsync(ct);
        return
        [
            .. rows.Where(r =>
                    r.Client.ScopeList.Contains(ClientScope.Disclosures)
                    && (r.Client.Territory is not { } within || DataScope.In(within).Covers(territory))
                )
                .OrderBy(r => r.Client.Name, Alphabet.Comparer)
                .Select(r => new StateSystem(r.Client.Id, r.Client.Name, r.Body.NameKy, r.Body.NameRu)),
        ];
    }
}
