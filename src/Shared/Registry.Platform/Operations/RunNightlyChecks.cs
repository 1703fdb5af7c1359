using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Checks;
using Registry.Platform.Model;

namespace Registry.Platform.Operations;

/// <summary>Runs every module's nightly checks and keeps what they find. A check that fails keeps its findings of the night before and does not stop the others.</summary>
public sealed class RunNightlyChecks(IServiceScopeFactory scopes, PlatformDbContext db, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var problems = new List<Exception>();
        foreach (var type in CheckTypes())
            try
            {
                await RunAsync(type, ct);
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
            {
                problems.Add(problem);
            }
        if (problems.Count > 0)
            throw new AggregateException("Some nightly checks could not be run.", problems);
    }

    private List<Type> CheckTypes()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<INightlyCheck>().Select(c => c.GetType())];
    }

    private async Task RunAsync(Type type, CancellationToken ct)
    {
        // a scope each: every check reads through its own module's context
        await using var scope = scopes.CreateAsyncScope();
        var check = scope.ServiceProvider.GetServices<INightlyCheck>().Single(c => c.GetType() == type);
        var found = await check.FindAsync(ct);
        db.ChangeTracker.Clear();
        // two hosts may run at once: what both find is added by one
        await db.BeginWriteAsync(ct);
        var known = await db.Findings.Where(f => f.Check == check.Key).ToListAsync(ct);
        db.Findings.RemoveRange(known.Where(k => found.All(f => f.AboutId != k.AboutId)));
        var added = found.Where(f => known.TrueForAll(k => k.AboutId != f.AboutId)).ToList();
        foreach (var finding in added)
            db.Findings.Add(
                new()
                {
                    Check = check.Key,
                    AboutId = finding.AboutId,
                    Number = finding.Number,
                    FoundAt = time.Utc(),
                }
            );
        if (added.Count > 0)
            db.Publish(new TroubleArose(Trouble.Findings), time);
        await db.SaveChangesAsync(ct);
        await db.UnitOfWork.CommitAsync(ct);
    }
}
