using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>Proves that the journal says what it said [14.3, 28]: entries, blocks, days, marks and anchors agree. Holds a portion in memory, however long the journal is.</summary>
public sealed class VerifyJournal(PlatformDbContext db, JournalKey key, JournalMarks marks, JournalAnchors anchors)
{
    /// <param name="all">From the first entry; else from the head up to which everything was found whole last time.</param>
    public async Task<JournalVerdict> RunAsync(bool all, CancellationToken ct)
    {
        var signer = await key.SignerAsync(ct);
        // marks before anchors before blocks: what is sealed meanwhile is only more than they say
        var marked = await marks.ReadAsync(ct);
        var start = all ? null : await StartAsync(marked.GetValueOrDefault(JournalMark.Verified), signer, ct);
        var since = start?.Seq ?? 0;
        var findings = new List<JournalFinding>();
        var notes = new List<string>();
        var anchored = new List<AnchorCheck>();
        foreach (var anchor in anchors.Files)
        {
            var check = new AnchorCheck(db, signer, anchor);
            await check.RunAsync(marked.GetValueOrDefault(anchor.Mark), since, ct);
            anchored.Add(check);
        }
        var days = await db.JournalDays.AsNoTracking().OrderBy(d => d.LastSeq).ToListAsync(ct);
        var walk = new ChainWalk(db, signer, days);
        if (await walk.RunAsync(start, ct) is { } broken)
            findings.Add(broken);
        findings.AddRange(await MarksAsync(marked, days, signer, ct));
        findings.AddRange(anchored.SelectMany(a => a.Findings));
        notes.AddRange(anchored.SelectMany(a => a.Notes));
        await RestoresAsync(findings, notes, signer, ct);
        if (findings.Count == 0)
            await KeepAsync(walk, signer, ct);
        return new(walk.Entries, since, findings, notes);
    }

    /// <summary>A verified head is the starting point only while it is still there; otherwise everything is checked.</summary>
    private async Task<JournalMark?> StartAsync(JournalMark? verified, JournalSigner signer, CancellationToken ct) =>
        verified is { Seq: > 0 } && verified.Holds(signer) && await verified.IsInAsync(db, ct) ? verified : null;

    private async Task<List<JournalFinding>> MarksAsync(
        Dictionary<string, JournalMark> marked,
        List<JournalDay> days,
        JournalSigner signer,
        CancellationToken ct
    )
    {
        var findings = new List<JournalFinding>();
        if (!marked.ContainsKey(JournalMark.Head))
            findings.Add(new(JournalFlaw.Mark, 1, 0));
        foreach (var mark in marked.Values.Where(m => m.Name != JournalMark.Verified))
            if (!mark.Holds(signer))
                findings.Add(new(JournalFlaw.Mark, 1, mark.Seq));
            else if (mark.Name == JournalMark.LastDay ? !IsDay(mark) : !await mark.IsInAsync(db, ct))
                findings.Add(new(JournalFlaw.Mark, mark.Seq, mark.Seq));
        return findings;

        bool IsDay(JournalMark mark) =>
            mark.Seq == 0 || days.Exists(d => d.LastSeq == mark.Seq && d.Hash.AsSpan().SequenceEqual(mark.Hash));
    }

    private async Task RestoresAsync(List<JournalFinding> findings, List<string> notes, JournalSigner signer, CancellationToken ct)
    {
        foreach (var restore in await db.JournalRestores.AsNoTracking().OrderBy(r => r.At).ToListAsync(ct))
            if (signer.Holds(restore.Mac, restore.Sign(signer)))
                notes.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"restored to {restore.ToSeq} from {restore.File} on {restore.At:dd.MM.yyyy HH:mm} UTC, head was {restore.HeadSeq}"
                    )
                );
            else
                findings.Add(new(JournalFlaw.Restore, restore.ToSeq, restore.ToSeq));
    }

    private Task KeepAsync(ChainWalk walk, JournalSigner signer, CancellationToken ct) =>
        marks.PutAsync(
            [
                new()
                {
                    Name = JournalMark.Verified,
                    Number = walk.Entries,
                    Seq = walk.From,
                    Hash = walk.Hash,
                },
            ],
            signer,
            ct
        );
}
