using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Papers;

/// <summary>Answers other modules' queries about whom a paper concerns.</summary>
internal sealed class PaperArchive(ReportingDbContext db) : IPapers
{
    public async Task<Guid?> ChildOfAsync(string number, CancellationToken ct) =>
        await db.Papers.AsNoTracking().Where(p => p.Number == number).Select(p => (Guid?)p.ChildId).FirstOrDefaultAsync(ct);
}
