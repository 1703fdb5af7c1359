using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Data;
using Registry.Kernel.Purging;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Kernel.Journal;

/// <summary>How far the journal and its anchors had come: kept in the key store, apart from the data, so that who cuts both is found out.</summary>
[NoSubject("how far the journal and its anchors had come")]
public sealed class JournalMark
{
    /// <summary>The head of the chain.</summary>
    internal const string Head = "head";

    /// <summary>The last day that was sealed.</summary>
    internal const string LastDay = "day";

    /// <summary>The last head up to which everything was found whole; <see cref="Number"/> counts the entries before it.</summary>
    internal const string Verified = "verified";

    /// <summary>Of an anchor: <see cref="Number"/> is its last line's, <see cref="LineMac"/> that line's signature.</summary>
    internal static string Of(string anchor) => $"anchor {anchor}";

    public required string Name { get; init; }
    public long Number { get; set; }
    public long Seq { get; set; }
    public byte[] Hash { get; set; } = [];
    public byte[] LineMac { get; set; } = [];
    public DateTime At { get; set; }
    public byte[] Mac { get; set; } = [];

    internal bool Holds(JournalSigner signer) => signer.Holds(Mac, Sign(signer));

    /// <summary>True while the marked block stands in the chain.</summary>
    internal async Task<bool> IsInAsync(ModuleDbContext db, CancellationToken ct) =>
        Seq == 0 || await db.JournalBlocks.AnyAsync(b => b.LastSeq == Seq && b.Hash == Hash, ct);

    internal byte[] Sign(JournalSigner signer) =>
        signer.Of($"mark|{Name}|{Number}|{Seq}|{Convert.ToHexString(Hash)}|{Convert.ToHexString(LineMac)}|{At.Ticks}");
}

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
