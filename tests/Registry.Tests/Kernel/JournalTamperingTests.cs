using System.Reflection;
using Registry.Kernel.Access;
using Registry.Kernel.Journal;

namespace Registry.Tests.Kernel;

/// <summary>Ten thousand random changes of a journal, each found at the block where it was made [14.3, 28].</summary>
[Clause("14.3", "28")]
public sealed class JournalTamperingTests
{
    private const int Blocks = 12;
    private const int BlockSize = 25;
    private const int Tamperings = 10_000;

    private static readonly string[] Actions = ["GetCard", "SaveIdentity", "SearchChildren", "SignIn", "ListSignals"];
    private readonly Random _random = new(2026);

    private static JournalEntry Entry(long seq, Action<Dictionary<string, object?>>? change = null, JournalEntry? of = null)
    {
        var values = typeof(JournalEntry).GetProperties().ToDictionary(p => p.Name, p => of is null ? null : p.GetValue(of));
        values["Seq"] = seq;
        change?.Invoke(values);
        var entry = (JournalEntry)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(JournalEntry));
        foreach (var (name, value) in values)
            if (value is not null)
                typeof(JournalEntry)
                    .GetProperty(name)!
                    .SetValue(entry, value, BindingFlags.NonPublic | BindingFlags.Instance, null, null, null);
        return entry;
    }

    private JournalEntry Random(long seq) =>
        Entry(
            seq,
            v =>
            {
                v["At"] = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seq);
                v["AccountId"] = _random.Next(4) == 0 ? null : Registry.Kernel.Ids.Random();
                v["BodyId"] = Registry.Kernel.Ids.Random();
                v["Role"] = "Holder";
                v["Action"] = Actions[_random.Next(Actions.Length)];
                v["Kind"] = (JournalKind)_random.Next(4);
                v["Outcome"] = _random.Next(3) == 0 ? 404 : 200;
                v["AboutId"] = _random.Next(3) == 0 ? null : Registry.Kernel.Ids.Random();
                v["Opened"] = _random.Next(3) == 0 ? null : Registry.Kernel.Ids.Random().ToByteArray();
                v["Ip"] = "10.0.0.1";
            }
        );

    [Fact]
    public void Every_one_of_ten_thousand_changes_is_found_at_its_block()
    {
        var (blocks, entries) = Chain();
        Assert.Null(Verify(blocks, entries));
        var kinds = new Dictionary<string, int>();
        for (var i = 0; i < Tamperings; i++)
        {
            var (changedBlocks, changed, at, kind) = Tamper(blocks, entries);
            var verdict = Verify(changedBlocks, changed);
            Assert.True(verdict is not null, kind);
            // the first broken block is the one that was touched, never an earlier one, and at latest the next
            Assert.True(verdict.BrokenFrom <= at && at <= verdict.BrokenTo, $"{kind} at {at}: {verdict}");
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
        Assert.True(kinds.Count >= 14, string.Join(", ", kinds.Keys));
        Assert.All(kinds.Values, count => Assert.True(count > 50));
    }

    private (List<JournalBlock> Blocks, List<JournalEntry> Entries) Chain()
    {
        var entries = Enumerable.Range(1, Blocks * BlockSize).Select(i => Random(i)).ToList();
        var blocks = new List<JournalBlock>();
        byte[]? previous = null;
        foreach (var chunk in entries.Chunk(BlockSize))
            blocks.Add(
                new()
                {
                    LastSeq = chunk[^1].Seq,
                    Count = chunk.Length,
                    Hash = previous = JournalChain.HashOf(previous, chunk),
                }
            );
        return (blocks, entries);
    }

    private static JournalVerdict? Verify(List<JournalBlock> blocks, List<JournalEntry> entries)
    {
        var verifier = new ChainVerifier();
        foreach (var block in blocks)
            if (
                verifier.Take(block, [.. entries.Where(e => e.Seq > verifier.From && e.Seq <= block.LastSeq).OrderBy(e => e.Seq)]) is
                { } broken
            )
                return broken;
        return null;
    }

    /// <returns>The journal after one change, the entry at which it was made, and what was done.</returns>
    private (List<JournalBlock>, List<JournalEntry>, long At, string Kind) Tamper(List<JournalBlock> blocks, List<JournalEntry> entries)
    {
        var index = _random.Next(entries.Count);
        var victim = entries[index];
        var changed = new List<JournalEntry>(entries);
        var columns = typeof(JournalEntry).GetProperties().Where(p => p.Name != "Seq").ToList();
        var what = _random.Next(columns.Count + 4);
        if (what < columns.Count)
        {
            var column = columns[what];
            changed[index] = Entry(victim.Seq, v => v[column.Name] = Other(column, column.GetValue(victim)), victim);
            return (blocks, changed, victim.Seq, column.Name);
        }
        switch (what - columns.Count)
        {
            case 0:
                changed.RemoveAt(index);
                return (blocks, changed, victim.Seq, "entry removed");
            case 1:
                var other = entries[(index + 1) % entries.Count];
                var first = Math.Min(victim.Seq, other.Seq);
                changed[index] = Entry(victim.Seq, null, other);
                changed[(index + 1) % entries.Count] = Entry(other.Seq, null, victim);
                return (blocks, changed, first, "entries exchanged");
            case 2:
                var block = _random.Next(blocks.Count);
                var forged = new List<JournalBlock>(blocks);
                var hash = (byte[])blocks[block].Hash.Clone();
                hash[_random.Next(hash.Length)] ^= (byte)(1 << _random.Next(8));
                forged[block] = new()
                {
                    LastSeq = blocks[block].LastSeq,
                    Count = blocks[block].Count,
                    Hash = hash,
                };
                return (forged, changed, blocks[block].LastSeq, "hash of a block");
            default:
                var gone = _random.Next(blocks.Count - 1);
                var without = new List<JournalBlock>(blocks);
                without.RemoveAt(gone);
                return (without, changed, blocks[gone].LastSeq, "block removed");
        }
    }

    private object? Other(PropertyInfo column, object? value) =>
        column.Name switch
        {
            "At" => ((DateTime)value!).AddTicks(_random.Next(1, 10_000)),
            "Kind" => (JournalKind)(((int)(JournalKind)value! + 1 + _random.Next(3)) % 4),
            "Outcome" => (int)value! + _random.Next(1, 100),
            "Opened" => value is null ? new byte[16] : null,
            "AccountId" or "BodyId" or "AboutId" => value is not null && _random.Next(2) == 0 ? null : Registry.Kernel.Ids.Random(),
            _ => (string?)value + "x",
        };
}
