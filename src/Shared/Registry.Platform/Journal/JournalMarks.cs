using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>Reads and sets the marks.</summary>
public sealed class JournalMarks(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database, TimeProvider time)
{
    internal async Task<Dictionary<string, JournalMark>> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeysDbContext>().Marks.AsNoTracking().ToDictionaryAsync(m => m.Name, ct);
    }

    internal async Task<JournalMark?> FindAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<KeysDbContext>()
            .Marks.AsNoTracking()
            .FirstOrDefaultAsync(m => m.Name == name, ct);
    }

    /// <summary>Sets a mark; one that another host has brought further meanwhile stays.</summary>
    internal Task RaiseAsync(JournalMark mark, JournalSigner signer, CancellationToken ct) => SetAsync([mark], signer, backToo: false, ct);

    /// <summary>After a restore marks may go back.</summary>
    internal Task PutAsync(IReadOnlyCollection<JournalMark> marks, JournalSigner signer, CancellationToken ct) =>
        SetAsync(marks, signer, backToo: true, ct);

    private async Task SetAsync(IReadOnlyCollection<JournalMark> marks, JournalSigner signer, bool backToo, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        foreach (var mark in marks)
        {
            mark.At = time.Utc();
            mark.Mac = mark.Sign(signer);
            var known = await db
                .Marks.Where(m => m.Name == mark.Name && (backToo || m.Seq <= mark.Seq))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.Number, mark.Number)
                            .SetProperty(m => m.Seq, mark.Seq)
                            .SetProperty(m => m.Hash, mark.Hash)
                            .SetProperty(m => m.LineMac, mark.LineMac)
                            .SetProperty(m => m.At, mark.At)
                            .SetProperty(m => m.Mac, mark.Mac),
                    ct
                );
            if (known == 0 && !await db.Marks.AnyAsync(m => m.Name == mark.Name, ct))
                await AddAsync(db, mark, ct);
        }
    }

    private static async Task AddAsync(KeysDbContext db, JournalMark mark, CancellationToken ct)
    {
        db.Marks.Add(mark);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host set it first
        }
        db.ChangeTracker.Clear();
    }

    internal async Task RemoveAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        await scope.ServiceProvider.GetRequiredService<KeysDbContext>().Marks.Where(m => m.Name == name).ExecuteDeleteAsync(ct);
    }
}

internal static class JournalMarkExtensions
{
    /// <summary>True while the marked block is in the chain.</summary>
    public static async Task<bool> IsInAsync(this JournalMark mark, ModuleDbContext db, CancellationToken ct) =>
        mark.Seq == 0 || await db.JournalBlocks.AnyAsync(b => b.LastSeq == mark.Seq && b.Hash == mark.Hash, ct);
}
