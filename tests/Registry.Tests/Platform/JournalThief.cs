using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Journal;
using Registry.Platform.Model;

namespace Registry.Tests.Platform;

/// <summary>What someone can do who controls the database and every file beside it, but has neither the key store nor the master key.</summary>
public enum Tampering
{
    EntryChanged,
    EntryRemoved,
    EntryAdded,
    EntriesExchanged,
    BlockChanged,
    BlockRemoved,
    HistoryRewrittenWithItsChain,
    EndForged,
    TailCut,
    TailCutWithItsAnchors,
    AnchorMissing,
    AnchorShortened,
    AnchorLineChanged,
    DayChanged,
    GapForged,
}

/// <summary>Tampers in a transaction that is rolled back, and with files that are restored.</summary>
internal sealed class JournalThief(PlatformDbContext db, string[] anchors, Random random)
{
    private const string Entries = "platform_journal_entries";
    private const string Blocks = "platform_journal_blocks";
    private static readonly List<PropertyInfo> Columns =
    [
        .. typeof(JournalEntry).GetProperties().Where(p => p.Name != nameof(JournalEntry.Seq)),
    ];

    /// <returns>The entries among which the flaw must be found; null if only its existence must be detected.</returns>
    public async Task<(long From, long To)?> TamperAsync(Tampering kind)
    {
        var blocks = await db.JournalBlocks.AsNoTracking().OrderBy(b => b.LastSeq).ToListAsync();
        var victim = random.Next(blocks.Count - 1);
        var block = blocks[victim];
        var seq = random.NextInt64(block.PreviousSeq + 1, block.LastSeq);
        switch (kind)
        {
            case Tampering.EntryChanged:
                await ChangeAsync(seq);
                return (seq, seq);
            case Tampering.EntryRemoved:
                await SqlAsync($"DELETE FROM {Entries} WHERE Seq = {seq}");
                return (seq, seq);
            case Tampering.EntryAdded:
                // there is no free number between two entries: the others are shifted, or it goes before them all
                var place = -random.Next(3);
                await SqlAsync(
                    $"INSERT INTO {Entries} (Seq, At, Action, Kind, Outcome) SELECT {place}, At, Action, Kind, Outcome FROM {Entries} WHERE Seq = {seq}"
                );
                return null;
            case Tampering.EntriesExchanged:
                await SqlAsync($"UPDATE {Entries} SET Seq = -1 WHERE Seq = {seq}");
                await SqlAsync($"UPDATE {Entries} SET Seq = {seq} WHERE Seq = {seq + 1}");
                await SqlAsync($"UPDATE {Entries} SET Seq = {seq + 1} WHERE Seq = -1");
                return (seq, seq + 1);
            case Tampering.BlockChanged:
                var change = random.Next(4) switch
                {
                    0 => "Hash = randomblob(32)",
                    1 => "Count = Count + 1",
                    2 => "At = '2020-01-01 00:00:00'",
                    _ => "Mac = randomblob(32)",
                };
                await SqlAsync($"UPDATE {Blocks} SET {change} WHERE LastSeq = {block.LastSeq}");
                return (block.PreviousSeq + 1, block.LastSeq);
            case Tampering.BlockRemoved:
                await SqlAsync($"DELETE FROM {Blocks} WHERE LastSeq = {block.LastSeq}");
                // sometimes the chain is closed over the gap
                if (random.Next(2) == 0)
                    await SqlAsync($"UPDATE {Blocks} SET PreviousSeq = {block.PreviousSeq} WHERE PreviousSeq = {block.LastSeq}");
                return (block.PreviousSeq + 1, blocks[victim + 1].LastSeq);
            case Tampering.HistoryRewrittenWithItsChain:
                await ChangeAsync(seq);
                await RewriteAsync(blocks, victim);
                return (block.PreviousSeq + 1, block.LastSeq);
            case Tampering.EndForged:
                await ForgeEndAsync(blocks[^1]);
                return (blocks[^1].LastSeq + 1, long.MaxValue);
            case Tampering.TailCut:
                await CutAsync(block.LastSeq);
                return null;
            case Tampering.TailCutWithItsAnchors:
                await CutAsync(block.LastSeq);
                foreach (var anchor in anchors)
                    CutLines(anchor, block.LastSeq);
                return null;
            case Tampering.AnchorMissing:
                File.Delete(Anchor());
                return null;
            case Tampering.AnchorShortened:
                var whole = Anchor();
                var lines = File.ReadAllLines(whole);
                File.WriteAllLines(whole, lines[..random.Next(lines.Length)]);
                return null;
            case Tampering.AnchorLineChanged:
                ChangeLine(Anchor());
                return null;
            case Tampering.DayChanged:
                await ChangeDayAsync();
                return null;
            default:
                await ForgeGapAsync(block);
                return null;
        }
    }

    private Task<int> SqlAsync(string sql) => db.Database.ExecuteSqlRawAsync(sql);

    private string Anchor() => anchors[random.Next(anchors.Length)];

    private Task<int> ChangeAsync(long seq)
    {
        var column = Columns[random.Next(Columns.Count)].Name;
        var value = column switch
        {
            nameof(JournalEntry.At) => "datetime(At, '-1 minute')",
            nameof(JournalEntry.Kind) => "CASE Kind WHEN 'read' THEN 'change' ELSE 'forged' END",
            nameof(JournalEntry.Outcome) => "Outcome + 1",
            nameof(JournalEntry.Count) => "COALESCE(Count, 0) + 1",
            nameof(JournalEntry.Until) => "COALESCE(datetime(Until, '+1 minute'), '2026-11-23 04:00:00')",
            nameof(JournalEntry.Opened) => "CASE WHEN Opened IS NULL THEN randomblob(16) END",
            nameof(JournalEntry.AccountId) or nameof(JournalEntry.BodyId) or nameof(JournalEntry.AboutId) =>
                $"'{Ids.Random().ToString().ToUpperInvariant()}'",
            _ => $"COALESCE({column}, '') || 'x'",
        };
        return SqlAsync($"UPDATE {Entries} SET {column} = {value} WHERE Seq = {seq}");
    }

    /// <summary>Every hash from a block on, in the database and in both anchors; signatures cannot be forged.</summary>
    private async Task RewriteAsync(List<JournalBlock> blocks, int from)
    {
        var previous = from == 0 ? null : blocks[from - 1].Hash;
        var texts = anchors.ToDictionary(a => a, File.ReadAllText);
        foreach (var block in blocks.Skip(from))
        {
            var entries = await db
                .Journal.AsNoTracking()
                .Where(e => e.Seq > block.PreviousSeq && e.Seq <= block.LastSeq)
                .OrderBy(e => e.Seq)
                .ToListAsync();
            previous = JournalChain.HashOf(previous, entries);
            var hash = Convert.ToHexString(previous);
            await SqlAsync($"UPDATE {Blocks} SET Hash = X'{hash}' WHERE LastSeq = {block.LastSeq}");
            foreach (var anchor in anchors)
                texts[anchor] = texts[anchor].Replace(Convert.ToHexString(block.Hash), hash, StringComparison.Ordinal);
        }
        foreach (var anchor in anchors)
            File.WriteAllText(anchor, texts[anchor]);
    }

    /// <summary>Forged entries, with a block over them and a line in the anchors.</summary>
    private async Task ForgeEndAsync(JournalBlock head)
    {
        await SqlAsync(
            $"INSERT INTO {Entries} (At, Action, Kind, Outcome) VALUES ('2026-11-30 00:00:00', 'GetCard', '{JournalKind.Read.Code()}', 200)"
        );
        var entry = await db.Journal.AsNoTracking().OrderByDescending(e => e.Seq).FirstAsync();
        var hash = Convert.ToHexString(JournalChain.HashOf(head.Hash, [entry]));
        await SqlAsync(
            $"INSERT INTO {Blocks} (LastSeq, PreviousSeq, Count, Hash, At, Mac) SELECT {entry.Seq}, LastSeq, 1, X'{hash}', At, Mac FROM {Blocks} WHERE LastSeq = {head.LastSeq}"
        );
        if (random.Next(2) == 0)
            return;
        foreach (var anchor in anchors)
        {
            var last = AnchorLine.Read(File.ReadAllLines(anchor)[^1])!;
            File.AppendAllText(
                anchor,
                string.Create(CultureInfo.InvariantCulture, $"head {last.Number + 1} {entry.Seq} {hash} 2026-11-30T00:00:00Z {hash}\n")
            );
        }
    }

    private async Task CutAsync(long after)
    {
        foreach (var (table, column) in new[] { (Entries, "Seq"), (Blocks, "LastSeq"), ("platform_journal_days", "LastSeq") })
            await SqlAsync($"DELETE FROM {table} WHERE {column} > {after}");
        // the server's own counter reveals nothing either
        await SqlAsync($"UPDATE sqlite_sequence SET seq = {after} WHERE name = '{Entries}'");
    }

    private static void CutLines(string anchor, long after) =>
        File.WriteAllLines(anchor, File.ReadAllLines(anchor).Where(l => AnchorLine.Read(l)!.Seq <= after));

    private void ChangeLine(string anchor)
    {
        var lines = File.ReadAllLines(anchor).ToList();
        var at = random.Next(lines.Count - 1);
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                break;
            default:
                var words = lines[at].Split(' ');
                words[3] = Convert.ToHexString(Ids.Random().ToByteArray().Concat(Ids.Random().ToByteArray()).ToArray());
                lines[at] = string.Join(' ', words);
                break;
        }
        File.WriteAllLines(anchor, lines);
    }

    private async Task ChangeDayAsync()
    {
        var days = await db.JournalDays.AsNoTracking().Select(d => d.LastSeq).ToListAsync();
        var day = days[random.Next(days.Count)];
        var change = random.Next(4) switch
        {
            0 => $"DELETE FROM platform_journal_days WHERE LastSeq = {day}",
            1 => $"UPDATE platform_journal_days SET Hash = randomblob(32) WHERE LastSeq = {day}",
            2 => $"UPDATE platform_journal_days SET Day = '2020-01-01' WHERE LastSeq = {day}",
            _ => "DELETE FROM platform_journal_days",
        };
        await SqlAsync(change);
    }

    /// <summary>The tail is cut and a restore is declared that never happened.</summary>
    private async Task ForgeGapAsync(JournalBlock to)
    {
        await CutAsync(to.LastSeq);
        var (id, hash) = (Ids.New(), Convert.ToHexString(to.Hash));
        await SqlAsync(
            $"INSERT INTO platform_journal_restores (Id, At, File, ToSeq, ToHash, HeadSeq, HeadHash, Mac) VALUES ('{id.ToString().ToUpperInvariant()}', '2026-11-30 00:00:00', 'registry.bak', {to.LastSeq}, X'{hash}', {to.LastSeq + 100}, X'{hash}', randomblob(32))"
        );
        foreach (var anchor in anchors)
        {
            var last = AnchorLine.Read(File.ReadAllLines(anchor)[^1])!;
            File.AppendAllText(
                anchor,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"restored {last.Number + 1} {to.LastSeq} {hash} 2026-11-30T00:00:00Z {id:N} from registry.bak head-was {to.LastSeq + 100} {hash} {hash}\n"
                )
            );
        }
    }
}
