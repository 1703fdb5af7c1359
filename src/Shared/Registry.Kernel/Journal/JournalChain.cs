using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Registry.Kernel.Data;
using Registry.Kernel.Operations;
using Registry.Kernel.Time;

namespace Registry.Kernel.Journal;

/// <param name="Folder">A folder on another machine (<c>Registry:Journal:Anchors</c>); null when there is none.</param>
public sealed record OutsideAnchor(string? Folder)
{
    public string? File => Folder is null ? null : Path.Combine(Folder, "journal.anchor");
}

/// <summary>Seals entries into the hash chain and verifies it. The head is anchored in a file outside the database, and in one outside the machine.</summary>
public sealed class JournalChain(DatabaseOptions database, OutsideAnchor outside, ClockGuard clock, TimeProvider time)
{
    // SQL Server transactions may commit out of the order of their numbers: none lives this long
    private static readonly TimeSpan SqlServerLag = TimeSpan.FromMinutes(2);
    private const int Portion = 20_000;

    public string AnchorFile { get; } = Path.Combine(database.Folder, "journal.anchor");

    /// <summary>
    /// Adds a block over the entries since the last one, several only where they fill more than a portion: what comes meanwhile waits for the next time.
    /// </summary>
    public async Task SealAsync(KernelDbContext db, CancellationToken ct)
    {
        while (await SealPortionAsync(db, ct) == Portion) { }
    }

    /// <returns>How many entries were sealed. Two hosts sealing at once: the second one's key is refused and it tries again later.</returns>
    private async Task<int> SealPortionAsync(KernelDbContext db, CancellationToken ct)
    {
        var last = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct);
        var from = last?.LastSeq ?? 0;
        var waiting = db.Journal.AsNoTracking().Where(e => e.Seq > from);
        if (!database.IsSqlite)
        {
            var cutoff = time.Utc() - SqlServerLag;
            var tooYoung = await waiting.Where(e => e.At > cutoff).MinAsync(e => (long?)e.Seq, ct) ?? long.MaxValue;
            waiting = waiting.Where(e => e.Seq < tooYoung);
        }
        var entries = await waiting.OrderBy(e => e.Seq).Take(Portion).ToListAsync(ct);
        if (entries.Count == 0)
            return 0;
        // what is sealed here is not looked at again: a jump of the clock is found now
        var sealedLast = await db
            .Journal.Where(e => e.Seq == from)
            .Select(e => new ValueTuple<long, DateTime>(e.Seq, e.At))
            .ToListAsync(ct);
        await clock.DoubtAsync(db, [.. sealedLast, .. entries.Select(e => (e.Seq, e.At))], ct);
        var block = Link(last?.Hash, entries, time.Utc());
        db.JournalBlocks.Add(block);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            return 0;
        }
        await AnchorAsync(block, ct);
        return entries.Count;
    }

    private static JournalBlock Link(byte[]? previous, IReadOnlyList<JournalEntry> entries, DateTime at) =>
        new()
        {
            LastSeq = entries[^1].Seq,
            Count = entries.Count,
            Hash = HashOf(previous, entries),
            At = at,
        };

    internal static byte[] HashOf(byte[]? previous, IEnumerable<JournalEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous ?? []);
        foreach (var entry in entries)
            entry.AppendTo(hash);
        return hash.GetHashAndReset();
    }

    private async Task AnchorAsync(JournalBlock block, CancellationToken ct)
    {
        Directory.CreateDirectory(database.Folder);
        await File.AppendAllTextAsync(AnchorFile, LineOf(block), ct);
    }

    /// <summary>Writes the head to the anchor outside the machine; once, however often it is asked.</summary>
    /// <exception cref="IOException">The folder outside cannot be reached.</exception>
    public async Task AnchorOutsideAsync(KernelDbContext db, CancellationToken ct)
    {
        if (
            outside.File is not { } file
            || await db.JournalBlocks.OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct) is not { } head
        )
            return;
        var line = LineOf(head);
        if (!File.Exists(file) || !(await File.ReadAllTextAsync(file, ct)).EndsWith(line, StringComparison.Ordinal))
            await File.AppendAllTextAsync(file, line, ct);
    }

    private static string LineOf(JournalBlock block) => $"{block.LastSeq} {Convert.ToHexString(block.Hash)}\n";

    /// <summary>Recomputes every link. Names the first block whose entries, count or hash do not agree, or an anchored head that is gone.</summary>
    public async Task<JournalVerdict> VerifyAsync(KernelDbContext db, CancellationToken ct)
    {
        var verifier = new ChainVerifier();
        var blocks = await db.JournalBlocks.AsNoTracking().OrderBy(b => b.LastSeq).ToListAsync(ct);
        foreach (var block in blocks)
        {
            var from = verifier.From;
            var rows = await db
                .Journal.AsNoTracking()
                .Where(e => e.Seq > from && e.Seq <= block.LastSeq)
                .OrderBy(e => e.Seq)
                .ToListAsync(ct);
            if (verifier.Take(block, rows) is { } broken)
                return broken;
        }
        foreach (var anchor in new[] { AnchorFile, outside.File })
            if (File.Exists(anchor) && await BrokenAnchorAsync(anchor, blocks, ct) is { } seq)
                return new(verifier.Entries, seq, seq);
        return new(verifier.Entries, null, null);
    }

    private static async Task<long?> BrokenAnchorAsync(string anchor, List<JournalBlock> blocks, CancellationToken ct)
    {
        var bySeq = blocks.ToDictionary(b => b.LastSeq, b => Convert.ToHexString(b.Hash));
        await foreach (var line in File.ReadLinesAsync(anchor, ct))
        {
            var parts = line.Split(' ');
            var seq = long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
            if (!bySeq.TryGetValue(seq, out var hash) || hash != parts[1])
                return seq;
        }
        return null;
    }
}

/// <summary>Goes along the chain, block by block, with the entries that are said to lie in each.</summary>
internal sealed class ChainVerifier
{
    private byte[]? _previous;

    /// <summary>The last entry of the last block that was whole.</summary>
    public long From { get; private set; }
    public long Entries { get; private set; }

    /// <returns>The verdict when this block is broken; null when the chain holds so far.</returns>
    public JournalVerdict? Take(JournalBlock block, IReadOnlyList<JournalEntry> rows)
    {
        if (rows.Count != block.Count || !JournalChain.HashOf(_previous, rows).AsSpan().SequenceEqual(block.Hash))
            return new(Entries, From + 1, block.LastSeq);
        Entries += rows.Count;
        (_previous, From) = (block.Hash, block.LastSeq);
        return null;
    }
}

/// <summary>Outcome of a verification: the entries that were found whole, and the range of the first broken block, if any.</summary>
public sealed record JournalVerdict(long Entries, long? BrokenFrom, long? BrokenTo)
{
    public bool IsWhole => BrokenFrom is null;
}
