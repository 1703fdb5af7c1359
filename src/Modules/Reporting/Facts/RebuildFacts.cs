using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Kernel.Events;
using Registry.Reporting.Database;

namespace Registry.Reporting.Facts;

/// <summary>Makes every count anew from what the modules tell; the result equals the one that grew event by event.</summary>
internal sealed class RebuildFacts(IServiceScopeFactory scopes, FactSources sources)
{
    private const int Portion = 500;

    /// <returns>How many facts were told.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await ClearAsync(ct);
        var total = 0;
        var portion = new List<IFact>();
        await foreach (var fact in sources.AllAsync(ct))
        {
            // what is told of one kind looks at stored rows of the others
            if (portion.Count == Portion || (portion.Count > 0 && portion[0].GetType() != fact.GetType()))
                total += await ApplyAsync(portion, ct);
            portion.Add(fact);
        }
        total += await ApplyAsync(portion, ct);
        return total;
    }

    private async Task<int> ApplyAsync(List<IFact> portion, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<FactBook>();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        // changes are looked for once, at the end, not at each of a portion's reads
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var fact in portion)
            await book.ApplyAsync(fact, ct);
        await db.SaveChangesAsync(ct);
        var count = portion.Count;
        portion.Clear();
        return count;
    }

    private async Task ClearAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await db.BeginWriteAsync(ct);
        // what is counted of purged subjects can be told by nobody any more
        await db.Signals.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Children.ExecuteDeleteAsync(ct);
        var told = db.Cases.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId));
        await db.CaseCodes.Where(c => told.Any(r => r.Id == c.CaseId) || !db.Cases.Any(r => r.Id == c.CaseId)).ExecuteDeleteAsync(ct);
        await told.ExecuteDeleteAsync(ct);
        await db.Assessments.ExecuteDeleteAsync(ct);
        await db.Plans.ExecuteDeleteAsync(ct);
        await db.Closings.ExecuteDeleteAsync(ct);
        await db.Measures.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Visits.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Institutions.ExecuteDeleteAsync(ct);
        await db.Placements.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
    }
}
