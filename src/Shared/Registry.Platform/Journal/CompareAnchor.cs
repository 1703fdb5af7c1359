using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>Compares what a receiver outside has kept (a log, a collected file) with the chain: every signed head in it must be there.</summary>
public sealed partial class CompareAnchor(PlatformDbContext db, JournalKey key)
{
    /// <returns>How many heads were found in the file, and those that are not in the journal or were not signed by the Base.</returns>
    public async Task<(int Heads, IReadOnlyList<string> Wrong)> RunAsync(string file, CancellationToken ct)
    {
        var signer = await key.SignerAsync(ct);
        // what a restore took away was declared
        var gaps = await db.JournalRestores.AsNoTracking().Select(r => new { r.At, r.ToSeq }).ToListAsync(ct);
        var (heads, wrong) = (0, new List<string>());
        await foreach (var text in File.ReadLinesAsync(file, ct))
        {
            if (AnchorLine.Read(Head().Match(text).Value) is not { IsSigned: true } line)
                continue;
            heads++;
            if (!line.Follows([], signer))
                wrong.Add($"{line}: not signed by the Base");
            else if (!gaps.Exists(g => g.At > line.At && g.ToSeq < line.Seq) && !await IsInAsync(line, ct))
                wrong.Add($"{line}: not in the journal");
        }
        return (heads, wrong);
    }

    private Task<bool> IsInAsync(AnchorLine line, CancellationToken ct)
    {
        var hash = Convert.FromHexString(line.Hash);
        return db.JournalBlocks.AnyAsync(b => b.LastSeq == line.Seq && b.Hash == hash, ct);
    }

    [GeneratedRegex(@"head 1 \d+ [0-9A-F]{64} \S+ [0-9A-F]{64}")]
    private static partial Regex Head();
}
