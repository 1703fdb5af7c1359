using Microsoft.EntityFrameworkCore;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Purging;

/// <summary>What one module keeps of a subject, and how the purge removes it [25.2]. A test finds every table that neither a store nor the attribute names.</summary>
public interface ISubjectStore
{
    /// <summary>The module's name in the certificate.</summary>
    string Name { get; }

    /// <summary>The entities whose rows about a subject this store removes or makes anonymous.</summary>
    IReadOnlyCollection<Type> Holds { get; }

    /// <summary>How many rows about the subject are there.</summary>
    Task<int> CountAsync(Guid subject, CancellationToken ct);

    /// <summary>Removes them and writes down how many, in one transaction. Safe twice: what was done once is not done again.</summary>
    Task PurgeAsync(Guid purge, Guid subject, CancellationToken ct);
}

/// <summary>Rows about a subject in one table.</summary>
public sealed record SubjectRows(
    string What,
    Type Entity,
    Func<CancellationToken, Task<int>> CountAsync,
    Func<CancellationToken, Task<int>> RemoveAsync
)
{
    /// <param name="remove">Makes the rows anonymous instead of deleting them; returns how many.</param>
    public static SubjectRows Of<T>(string what, IQueryable<T> rows, Func<CancellationToken, Task<int>>? remove = null)
        where T : class => new(what, typeof(T), rows.CountAsync, remove ?? rows.ExecuteDeleteAsync);
}

/// <summary>A module's store over its own context; names the tables in the order in which they can go.</summary>
public abstract class SubjectStore<TContext>(TContext db) : ISubjectStore
    where TContext : ModuleDbContext
{
    public abstract string Name { get; }

    protected TContext Db => db;

    public IReadOnlyCollection<Type> Holds => [.. Of(Guid.Empty).Select(r => r.Entity).Distinct()];

    /// <summary>Everything about a subject in this module.</summary>
    protected abstract IEnumerable<SubjectRows> Of(Guid subject);

    public async Task<int> CountAsync(Guid subject, CancellationToken ct)
    {
        var count = 0;
        foreach (var rows in Of(subject))
            count += await rows.CountAsync(ct);
        return count;
    }

    public async Task PurgeAsync(Guid purge, Guid subject, CancellationToken ct)
    {
        try
        {
            await RemoveAsync(purge, subject, ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host wrote its counts first: ours are undone, and what it left is removed under its counts
            db.ChangeTracker.Clear();
            await RemoveAsync(purge, subject, ct);
        }
    }

    private async Task RemoveAsync(Guid purge, Guid subject, CancellationToken ct)
    {
        // begun before the check: no other writer may come between the check and the counts
        await db.BeginWriteAsync(ct);
        var done = await db.PurgeCounts.AnyAsync(c => c.PurgeId == purge && c.Store == Name, ct);
        // after an older backup was restored, the rows are there again although the certificate exists
        if (done && await CountAsync(subject, ct) == 0)
        {
            await db.UnitOfWork.RollbackAsync();
            return;
        }
        foreach (var rows in Of(subject))
        {
            var count = await rows.RemoveAsync(ct);
            if (!done)
                db.PurgeCounts.Add(
                    new()
                    {
                        PurgeId = purge,
                        Store = Name,
                        What = rows.What,
                        Count = count,
                    }
                );
        }
        await db.SaveChangesAsync(ct);
        await db.UnitOfWork.CommitAsync(ct);
    }
}
