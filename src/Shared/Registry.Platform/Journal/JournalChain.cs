using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;

namespace Registry.Platform.Journal;

/// <summary>
/// Seals entries into the chain of signed blocks, and the blocks of each day into a day. What was sealed is never rewritten; two hosts cannot fork it: a block names
/// its predecessor, which is unique.
/// </summary>
public sealed class JournalChain : IDisposable
{
    // SQL Server transactions may commit out of the order of their numbers: none lives this long
    private static readonly TimeSpan SqlServerLag = TimeSpan.FromMinutes(2);
    private const int Portion = 20_000;

    private readonly DatabaseOptions _database;
    private readonly JournalKey _key;
    private readonly JournalMarks _marks;
    private readonly JournalAnchors _anchors;
    private readonly ClockGuard _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<JournalChain> _log;
    private readonly SealingTurn _turn;

    public JournalChain(
        DatabaseOptions database,
        JournalKey key,
        JournalMarks marks,
        JournalAnchors anchors,
        ClockGuard clock,
        TimeProvider time,
        ILogger<JournalChain> log
    )
    {
        (_database, _key, _marks, _anchors, _clock, _time, _log) = (database, key, marks, anchors, clock, time, log);
        _turn = new(database);
    }

    /// <summary>The marked head that is not in the chain any more: somebody cut or rewrote it. Null while all is well; what is sealed since then does not hide it.</summary>
    public long? CutAt { get; private set; }

    /// <summary>
    /// Adds a block over the entries since the last one, several only where they fill more than a portion: what comes meanwhile waits for the next time. Nothing
    /// happens while another host seals.
    /// </summary>
    public Task SealAsync(PlatformDbContext db, CancellationToken ct) =>
        _turn.RunAsync(
            db,
            async () =>
            {
                var signer = await _key.SignerAsync(ct);
                while (await SealPortionAsync(db, signer, ct) == Portion) { }
                await SealDayAsync(db, signer, ct);
                await MarkAsync(db, signer, ct);
            },
            ct
        );

    /// <summary>Writes the head to the anchor beside the database.</summary>
    public async Task AnchorHereAsync(PlatformDbContext db, CancellationToken ct) =>
        await _anchors.KeepHereAsync(db, await _key.SignerAsync(ct), ct);

    /// <summary>Copies the head to the anchors outside the machine.</summary>
    /// <exception cref="IOException">A place outside cannot be reached.</exception>
    /// <exception cref="HttpRequestException">A receiver outside does not take it.</exception>
    public async Task AnchorOutsideAsync(PlatformDbContext db, CancellationToken ct) =>
        await _anchors.KeepOutsideAsync(db, await _key.SignerAsync(ct), ct);

    /// <returns>How many entries were sealed.</returns>
    private async Task<int> SealPortionAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var last = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct);
        var from = last?.LastSeq ?? 0;
        var waiting = db.Journal.AsNoTracking().Where(e => e.Seq > from);
        if (!_database.IsSqlite)
        {
            var cutoff = _time.Utc() - SqlServerLag;
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
        await _clock.DoubtAsync(db, [.. sealedLast, .. entries.Select(e => (e.Seq, e.At))], ct);
        var block = new JournalBlock
        {
            PreviousSeq = from,
            LastSeq = entries[^1].Seq,
            Count = entries.Count,
            Hash = HashOf(last?.Hash, entries),
            At = _time.Utc(),
        };
        block.Mac = block.Sign(signer);
        db.JournalBlocks.Add(block);
        return await SaveAsync(db, ct) ? entries.Count : 0;
    }

    /// <returns>False when another host was faster: its block stays, and what is left waits for the next time.</returns>
    private static async Task<bool> SaveAsync(PlatformDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    internal static byte[] HashOf(byte[]? previous, IEnumerable<JournalEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous ?? []);
        foreach (var entry in entries)
            entry.AppendTo(hash);
        return hash.GetHashAndReset();
    }

    /// <summary>Once a day: the blocks made before today, behind the last day that was sealed.</summary>
    private async Task SealDayAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        var last = await db.JournalDays.AsNoTracking().OrderByDescending(d => d.LastSeq).FirstOrDefaultAsync(ct);
        var from = last?.LastSeq ?? 0;
        var today = Bishkek.DayOf(_time.Utc());
        var first = await db
            .JournalBlocks.Where(b => b.LastSeq > from)
            .OrderBy(b => b.LastSeq)
            .Select(b => (DateTime?)b.At)
            .FirstOrDefaultAsync(ct);
        if (first is not { } begun || Bishkek.DayOf(begun) >= today)
            return;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(last?.Hash ?? []);
        var (blocks, until, day) = (0, from, today);
        await foreach (var block in JournalRows.BlocksAsync(db, from, long.MaxValue, ct))
        {
            if (Bishkek.DayOf(block.At) >= today)
                break;
            hash.AppendData(block.Hash);
            (blocks, until, day) = (blocks + 1, block.LastSeq, Bishkek.DayOf(block.At));
        }
        var sealing = new JournalDay
        {
            PreviousSeq = from,
            LastSeq = until,
            Day = day,
            Blocks = blocks,
            Hash = hash.GetHashAndReset(),
        };
        sealing.Mac = sealing.Sign(signer);
        db.JournalDays.Add(sealing);
        if (await SaveAsync(db, ct))
            await _marks.RaiseAsync(
                new()
                {
                    Name = JournalMark.LastDay,
                    Seq = sealing.LastSeq,
                    Hash = sealing.Hash,
                },
                signer,
                ct
            );
    }

    /// <summary>Marks the head in the key store, unless the head marked last is gone: a mark brought further would hide the cut.</summary>
    private async Task MarkAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        var mark = await _marks.FindAsync(JournalMark.Head, ct);
        // the first mark was set together with the key
        if (mark?.Holds(signer) != true || !await mark.IsInAsync(db, ct))
        {
            if (CutAt is null)
                _log.LogCritical(
                    "The journal was cut or rewritten: the block up to entry {Seq} is gone. Run 'journal verify all'.",
                    mark?.Seq
                );
            CutAt = mark?.Seq ?? 0;
            return;
        }
        CutAt = null;
        var head = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct);
        if (head is not null && head.LastSeq > mark.Seq)
            await _marks.RaiseAsync(
                new()
                {
                    Name = JournalMark.Head,
                    Seq = head.LastSeq,
                    Hash = head.Hash,
                },
                signer,
                ct
            );
    }

    public void Dispose() => _turn.Dispose();
}
