using System.Security.Cryptography;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>Goes along the chain, block by block, with the entries that lie in each and the days that seal them. Holds no more than a portion of either.</summary>
internal sealed class ChainWalk(PlatformDbContext db, JournalSigner signer, IReadOnlyList<JournalDay> days)
{
    private readonly Queue<JournalDay> _days = new(days);
    private byte[]? _previous;

    /// <summary>The last entry of the last block that was whole.</summary>
    public long From { get; private set; }
    public byte[] Hash => _previous ?? [];

    /// <summary>Entries that were found whole.</summary>
    public long Entries { get; private set; }

    /// <returns>The first thing that is wrong; null when all is whole.</returns>
    public async Task<JournalFinding?> RunAsync(JournalMark? start, CancellationToken ct)
    {
        if (start is not null)
            (From, _previous, Entries) = (start.Seq, start.Hash, start.Number);
        if (LinkOfDays() is { } broken)
            return broken;
        // of the day in which it begins the blocks before are needed too, not their entries
        using var day = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sealedBefore = Behind(From);
        day.AppendData(sealedBefore?.Hash ?? []);
        await foreach (var block in JournalRows.BlocksAsync(db, sealedBefore?.LastSeq ?? 0, From, ct))
            day.AppendData(block.Hash);

        // nothing lies before the first entry, and whoever puts something there is found
        var behind = start is null ? long.MinValue : From;
        await using var entries = JournalRows.EntriesAsync(db, behind, ct).GetAsyncEnumerator(ct);
        var more = await entries.MoveNextAsync();
        await foreach (var block in JournalRows.BlocksAsync(db, behind, long.MaxValue, ct))
        {
            if (Problem(block) is { } flaw)
                return new(flaw, From + 1, block.LastSeq);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(_previous ?? []);
            var count = 0;
            for (; more && entries.Current.Seq <= block.LastSeq; more = await entries.MoveNextAsync(), count++)
                entries.Current.AppendTo(hash);
            if (count != block.Count || !hash.GetHashAndReset().AsSpan().SequenceEqual(block.Hash))
                return new(JournalFlaw.Entries, From + 1, block.LastSeq);
            day.AppendData(block.Hash);
            (_previous, From, Entries) = (block.Hash, block.LastSeq, Entries + count);
            if (_days.TryPeek(out var next) && next.LastSeq <= From)
            {
                _days.Dequeue();
                var made = day.GetHashAndReset();
                if (next.LastSeq != From || !made.AsSpan().SequenceEqual(next.Hash))
                    return new(JournalFlaw.Day, next.PreviousSeq + 1, next.LastSeq);
                day.AppendData(made);
            }
        }
        return _days.TryPeek(out var left) ? new(JournalFlaw.Day, left.PreviousSeq + 1, left.LastSeq) : null;
    }

    private JournalFlaw? Problem(JournalBlock block) =>
        block.PreviousSeq != From ? JournalFlaw.Predecessor
        : !signer.Holds(block.Mac, block.Sign(signer)) ? JournalFlaw.Signature
        : null;

    /// <summary>Days name the one before them and are signed, all of them, wherever the walk begins.</summary>
    private JournalFinding? LinkOfDays()
    {
        var before = 0L;
        foreach (var day in days)
        {
            if (day.PreviousSeq != before || !signer.Holds(day.Mac, day.Sign(signer)))
                return new(JournalFlaw.Day, before + 1, day.LastSeq);
            before = day.LastSeq;
        }
        return null;
    }

    /// <summary>The last day that lies behind an entry altogether; it and those before it are not looked at again.</summary>
    private JournalDay? Behind(long seq)
    {
        JournalDay? last = null;
        while (_days.TryPeek(out var day) && day.LastSeq <= seq)
            last = _days.Dequeue();
        return last;
    }
}
