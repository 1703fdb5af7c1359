using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Model;

namespace Registry.Institutions.Model;

internal static class InstitutionQueries
{
    /// <exception cref="DomainException">404</exception>
    public static async Task<Institution> FindAsync(this InstitutionsDbContext db, Guid id, CancellationToken ct) =>
        await db.Institutions.FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw DomainException.NotFound();

    /// <exception cref="DomainException">404: unknown or elsewhere.</exception>
    public static async Task<Institution> FindInScopeAsync(this InstitutionsDbContext db, Guid id, Caller caller, CancellationToken ct) =>
        await db.Institutions.AsNoTracking().WithSpecification(new InstitutionsInScope(caller)).FirstOrDefaultAsync(i => i.Id == id, ct)
        ?? throw DomainException.NotFound();

    /// <summary>How many children live in each of these institutions today.</summary>
    public static Task<Dictionary<Guid, int>> PlacedAsync(this InstitutionsDbContext db, List<Guid> ids, CancellationToken ct) =>
        db
            .Placements.Where(p => p.Until == null && p.InstitutionId != null && ids.Contains(p.InstitutionId.Value))
            .GroupBy(p => p.InstitutionId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
