using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Rows;

namespace Registry.Platform.Attesting;

/// <summary>Keeps the marks in the key store: after the commit, so that a crash in between leaves a mark behind its row and never ahead of it.</summary>
internal sealed class RowMarks(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database)
{
    public async Task<RowMark?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Keys(scope).RowMarks.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
    }

    public async Task<Dictionary<Guid, RowMark>> OfAsync(string table, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Keys(scope).RowMarks.AsNoTracking().Where(m => m.Table == table).ToDictionaryAsync(m => m.Id, ct);
    }

    /// <summary>Brings marks forward; one that another host has brought further stays.</summary>
    public async Task RaiseAsync(IReadOnlyCollection<RowMark> marks, CancellationToken ct)
    {
        if (marks.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = Keys(scope);
        using var pass = await gate.EnterAsync(database.Keys, ct);
        foreach (var mark in marks.GroupBy(m => m.Id).Select(g => g.Last()))
        {
            var known = await db
                .RowMarks.Where(m => m.Id == mark.Id && m.No <= mark.No)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.No, mark.No).SetProperty(m => m.Mac, mark.Mac), ct);
            if (known == 0 && !await db.RowMarks.AnyAsync(m => m.Id == mark.Id, ct))
                db.RowMarks.Add(mark);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host set one of them first; the night brings the others forward
        }
    }

    public async Task<bool> ForgetAsync(string table, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        return await Keys(scope).RowMarks.Where(m => m.Id == id && m.Table == table).ExecuteDeleteAsync(ct) > 0;
    }

    /// <summary>After a restore rows may be back at an earlier state.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        await Keys(scope).RowMarks.ExecuteDeleteAsync(ct);
    }

    private static KeysDbContext Keys(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<KeysDbContext>();
}
