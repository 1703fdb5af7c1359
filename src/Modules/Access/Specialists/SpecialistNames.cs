using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Contracts;

namespace Registry.Access.Specialists;

/// <summary>Tells other modules how a specialist is called.</summary>
internal sealed class SpecialistNames(AccessDbContext db) : ISpecialists
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0
            ? new Dictionary<Guid, string>()
            : (await db.Specialists.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).ToDictionary(s => s.Id, s => s.FullName);
}
