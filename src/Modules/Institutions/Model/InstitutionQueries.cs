using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;

namespace Registry.Institutions.Model;

internal static class InstitutionQueries
{
    /// <summary>The administrator sees every institution, others those in their scope [5.admin, 25.1].</summary>
    public static IQueryable<Institution> InScope(this IQueryable<Institution> institutions, Caller caller) =>
        caller.May(Permission.ManageInstitutions) ? institutions : institutions.Within(caller.Scope);

    /// <exception cref="DomainException">404</exception>
    public static async Task<Institution> FindAsync(this InstitutionsDbContext db, Guid id, CancellationToken ct) =>
        await db.Institutions.FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw DomainException.NotFound();

    /// <exception cref="DomainException">404: unknown or elsewhere.</exception>
    public static async Task<Institution> FindInScopeAsync(this InstitutionsDbContext db, Guid id, Caller caller, CancellationToken ct) =>
        await db.Institutions.AsNoTracking().InScope(caller).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw DomainException.NotFound();

    /// <summary>How many children live in each of these institutions today.</summary>
    public static Task<Dictionary<Guid, int>> PlacedAsync(this InstitutionsDbContext db, List<Guid> ids, CancellationToken ct) =>
        db
            .Placements.Where(p => p.Until == null && p.InstitutionId != null && ids.Contains(p.InstitutionId.Value))
            .GroupBy(p => p.InstitutionId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
