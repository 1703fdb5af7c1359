using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Time;

namespace Registry.Access.Territories;

/// <summary>Looks territories up by code, never by name (there are two Manas, two Naryn, two Talas).</summary>
internal sealed class TerritoryBook(AccessDbContext db, TimeProvider clock) : ITerritories
{
    public async Task<bool> ExistsAsync(string code, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Territories.AnyAsync(
            t => t.Code == code && t.ValidFrom <= today && (t.ValidUntil == null || t.ValidUntil >= today),
            ct
        );
    }

    /// <exception cref="DomainException"><c>territory.unknown</c> at the field.</exception>
    public async Task DemandAsync(string code, string field, CancellationToken ct)
    {
        if (!await ExistsAsync(code, ct))
            throw new DomainException("territory.unknown", 400, field);
    }
}
