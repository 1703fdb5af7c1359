using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Registry.Platform.Model;

namespace Registry.Platform.Journal;

/// <summary>Blocks and entries in order, a portion per query: a year has seven million blocks.</summary>
internal static class JournalRows
{
    private const int Portion = 5_000;

    /// <param name="after">A last entry; what lies behind it is read.</param>
    public static async IAsyncEnumerable<JournalBlock> BlocksAsync(
        PlatformDbContext db,
        long after,
        long until,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        while (
            await db
                .JournalBlocks.AsNoTracking()
                .Where(b => b.LastSeq > after && b.LastSeq <= until)
                .OrderBy(b => b.LastSeq)
                .Take(Portion)
                .ToListAsync(ct)
                is { Count: > 0 } portion
        )
        {
            foreach (var block in portion)
                yield return block;
            after = portion[^1].LastSeq;
        }
    }

    public static async IAsyncEnumerable<JournalEntry> EntriesAsync(
        PlatformDbContext db,
        long after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        while (
            await db.Journal.AsNoTracking().Where(e => e.Seq > after).OrderBy(e => e.Seq).Take(Portion).ToListAsync(ct)
                is { Count: > 0 } portion
        )
        {
            foreach (var entry in portion)
                yield return entry;
            after = portion[^1].Seq;
        }
    }
}
