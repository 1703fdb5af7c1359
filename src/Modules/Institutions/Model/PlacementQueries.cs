using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Model;

namespace Registry.Institutions.Model;

internal static class PlacementQueries
{
    /// <exception cref="DomainException">404: unknown or elsewhere.</exception>
    public static async Task<Placement> PlacementAsync(this InstitutionsDbContext db, Guid id, DataScope scope, CancellationToken ct) =>
        await db.Placements.Within(scope).FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw DomainException.NotFound();

    public static DeadlineSubject Subject(this Placement p, Guid? responsible) => new(p.Id, p.Number, p.ChildId, p.Territory, responsible);
}
