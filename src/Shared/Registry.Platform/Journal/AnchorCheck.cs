using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>
/// Compares an anchor with the chain: its lines follow each other, it reaches as far as its mark, and every head in it is in the chain, but for what a declared gap
/// behind it took away.
/// </summary>
internal sealed class AnchorCheck(PlatformDbContext db, JournalSigner signer, AnchorFile anchor)
{
    private const int Portion = 500;
    private readonly List<JournalFinding> _findings = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<JournalFinding> Findings => _findings;
    public IReadOnlyList<string> Notes => _notes;

    /// <param name="mark">How far it was written; null when this machine never wrote to it.</param>
    /// <param name="since">Heads up to this entry were compared before.</param>
    public async Task RunAsync(JournalMark? mark, long since, CancellationToken ct)
    {
        if (mark?.Holds(signer) == false)
        {
            _findings.Add(new(JournalFlaw.Mark, 1, mark.Seq));
            return;
        }
        if (!anchor.Exists)
        {
            if (mark is not null)
                _findings.Add(new(JournalFlaw.AnchorMissing, 1, mark.Seq, anchor.Path));
            return;
        }
        var last = await CompareAsync(await GapsAsync(ct), since, ct);
        if (mark is not null && mark.Number > last)
            _findings.Add(new(JournalFlaw.AnchorShortened, 1, mark.Seq, anchor.Path));
    }

    /// <summary>The declared gaps: at which line, and to which entry the journal went back.</summary>
    private async Task<List<(int Line, long To)>> GapsAsync(CancellationToken ct)
    {
        var gaps = new List<(int Line, long To)>();
        await foreach (var (number, line) in anchor.ReadAsync(ct))
            if (line?.RestoreId is not null)
                gaps.Add((number, line.Seq));
        return gaps;
    }

    /// <returns>The number of the last signed line.</returns>
    private async Task<long> CompareAsync(List<(int Line, long To)> gaps, long since, CancellationToken ct)
    {
        var (last, before) = (0L, Array.Empty<byte>());
        var heads = new List<(AnchorLine Line, int Number)>(Portion);
        await foreach (var (number, line) in anchor.ReadAsync(ct))
        {
            if (line is null)
            {
                _notes.Add($"{anchor.Path}, line {number}, is torn or damaged: a crash while it was written");
                continue;
            }
            if (line.IsSigned ? line.Number != last + 1 || !line.Follows(before, signer) : last > 0)
            {
                _findings.Add(new(JournalFlaw.AnchorChanged, 1, line.Seq, $"{anchor.Path}, line {number},"));
                // a line that was made up decides nothing
                if (!line.IsSigned || line.RestoreId is not null)
                    continue;
            }
            if (line.IsSigned)
                (last, before) = (line.Number, line.Mac);
            // what a later gap took away cannot be compared
            if (line.Seq > since && !gaps.Exists(g => g.Line > number && g.To < line.Seq))
                heads.Add((line, number));
            if (heads.Count == Portion)
                await FindAsync(heads, ct);
        }
        await FindAsync(heads, ct);
        return last;
    }

    private async Task FindAsync(List<(AnchorLine Line, int Number)> heads, CancellationToken ct)
    {
        var seqs = heads.Select(h => h.Line.Seq).Where(seq => seq > 0).ToList();
        var found = await db
            .JournalBlocks.AsNoTracking()
            .Where(b => seqs.Contains(b.LastSeq))
            .ToDictionaryAsync(b => b.LastSeq, b => Convert.ToHexString(b.Hash), ct);
        _findings.AddRange(
            heads
                .Where(h => h.Line.Seq > 0 && found.GetValueOrDefault(h.Line.Seq) != h.Line.Hash)
                .Select(h => new JournalFinding(JournalFlaw.Head, h.Line.Seq, h.Line.Seq, $"{anchor.Path}, line {h.Number}"))
        );
        heads.Clear();
    }
}
