using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Papers;

/// <summary>Tells other modules whom a paper is about.</summary>
internal sealed class PaperBook(ReportingDbContext db) : IPapers
{
    public async Task<Guid?> ChildOfAsync(string number, CancellationToken ct) =>
        await db.Papers.AsNoTracking().Where(p => p.Number == number).Select(p => (Guid?)p.ChildId).FirstOrDefaultAsync(ct);
}
