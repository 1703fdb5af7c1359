using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Reporting.Model;

namespace Registry.Reporting.Facts;

/// <summary>Rebuilds all counts from the modules' facts, each with its row's history; the result equals the one built event by event.</summary>
internal sealed class RebuildFacts(IServiceScopeFactory scopes, FactSources sources)
{
    private const int Portion = 500;

    /// <returns>The number of facts.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await ClearAsync(ct);
        var total = 0;
        var portion = new List<IFact>();
        await foreach (var fact in sources.AllAsync(ct))
        {
            if (portion.Count == Portion)
                total += await ApplyAsync(portion, ct);
            portion.Add(fact);
        }
        total += await ApplyAsync(portion, ct);
        await CountCasesAsync(ct);
        return total;
    }

    private Task<int> ApplyAsync(List<IFact> portion, CancellationToken ct) =>
        InAsync(
            async (_, book) =>
            {
                foreach (var fact in portion)
                    await book.ApplyAsync(fact, ct);
                var count = portion.Count;
                portion.Clear();
                return count;
            },
            ct
        );

    /// <summary>Cases are counted after all their facts have arrived, child by child.</summary>
    private async Task CountCasesAsync(CancellationToken ct)
    {
        Guid? last = null;
        do
        {
            var after = last;
            last = await InAsync((db, book) => CountCasesAsync(db, book, after, ct), ct);
        } while (last is not null);
    }

    /// <returns>The last child of the batch; null at the end.</returns>
    private static async Task<Guid?> CountCasesAsync(ReportingDbContext db, FactWriter book, Guid? after, CancellationToken ct)
    {
        var from = after ?? Guid.Empty;
        var ids = await db
            .ToldCases.Select(c => c.ChildId)
            .Where(id => id > from)
            .Distinct()
            .OrderBy(id => id)
            .Take(Portion)
            .ToListAsync(ct);
        if (ids.Count == 0)
            return null;
        var told = await db.ToldChildren.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var cases = await db.ToldCases.AsNoTracking().Where(c => ids.Contains(c.ChildId)).ToListAsync(ct);
        var assessments = await db
            .Assessments.AsNoTracking()
            .Where(a => db.ToldCases.Any(c => c.Id == a.CaseId && ids.Contains(c.ChildId)))
            .ToListAsync(ct);
        var ofCase = assessments.ToLookup(a => a.CaseId);
        foreach (var of in cases.GroupBy(c => c.ChildId))
            await book.CountAsync(told.GetValueOrDefault(of.Key), of, ofCase, ct);
        return ids[^1];
    }

    private async Task<T> InAsync<T>(Func<ReportingDbContext, FactWriter, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        // only new rows: no need to detect changes
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var result = await work(db, new FactWriter(db) { FromNothing = true });
        await db.SaveChangesAsync(ct);
        return result;
    }

    private async Task ClearAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await db.BeginWriteAsync(ct);
        // counts of purged subjects can no longer be published by any module
        var told = db.Cases.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId));
        await db.CaseCodes.Where(c => !db.Cases.Any(r => r.Id == c.Id) || told.Any(r => r.Id == c.Id)).ExecuteDeleteAsync(ct);
        await db.Plans.Where(p => !db.Cases.Any(r => r.Id == p.CaseId) || told.Any(r => r.Id == p.CaseId)).ExecuteDeleteAsync(ct);
        await told.ExecuteDeleteAsync(ct);
        await db.Signals.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Closings.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Measures.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Visits.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Placements.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.Corrections.Where(r => !db.Anonymous.Any(a => a.Id == r.ChildId)).ExecuteDeleteAsync(ct);
        await db.ToldChildren.ExecuteDeleteAsync(ct);
        await db.ToldCases.ExecuteDeleteAsync(ct);
        await db.Assessments.ExecuteDeleteAsync(ct);
        await db.Institutions.ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
    }
}
