using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Attesting;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>
/// After a restore the chain goes on from the head that the backup brought back [28]: a signed line in every anchor and an entry say «restored to N from FILE, head
/// was M», and marks beyond N go back to it. Run it with the hosts stopped; run twice it declares twice and nothing breaks.
/// </summary>
public sealed class DeclareRestore(
    PlatformDbContext db,
    JournalKey key,
    JournalMarks marks,
    JournalAnchors anchors,
    JournalChain chain,
    RowMacs rows,
    TimeProvider time
)
{
    private const string Action = "RestoreBackup";
    private static readonly byte[] NoHash = new byte[32];

    /// <param name="file">Name of the backup, without its folder.</param>
    /// <exception cref="IOException">An anchor cannot be reached: declare again when it can.</exception>
    public async Task<JournalRestore> RunAsync(string file, CancellationToken ct)
    {
        var signer = await key.SignerAsync(ct);
        var head = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct);
        var before = await LastKnownAsync(signer, ct);
        var restore = new JournalRestore
        {
            Id = Ids.New(),
            At = time.Utc(),
            File = file,
            ToSeq = head?.LastSeq ?? 0,
            ToHash = head?.Hash ?? NoHash,
            HeadSeq = before.Seq,
            HeadHash = before.Hash,
        };
        restore.Mac = restore.Sign(signer);
        await WriteAsync(restore, ct);
        await PutMarksBackAsync(restore, signer, ct);
        await rows.ForgetMarksAsync(ct);
        await chain.SealAsync(db, ct);
        await chain.AnchorHereAsync(db, ct);
        await chain.AnchorOutsideAsync(db, ct);
        return restore;
    }

    /// <summary>The furthest head that a mark or an anchor knows of.</summary>
    private async Task<(long Seq, byte[] Hash)> LastKnownAsync(JournalSigner signer, CancellationToken ct)
    {
        var last = (Seq: 0L, Hash: NoHash);
        if (await marks.FindAsync(JournalMark.Head, ct) is { Seq: > 0 } mark && mark.Holds(signer))
            last = (mark.Seq, mark.Hash);
        foreach (var anchor in anchors.Files)
        {
            AnchorLine? end = null;
            await foreach (var (_, line) in anchor.ReadAsync(ct))
                if (line?.Follows(end?.Mac ?? [], signer) == true)
                    end = line;
            if (end is not null && end.Seq > last.Seq)
                last = (end.Seq, Convert.FromHexString(end.Hash));
        }
        return last;
    }

    private async Task WriteAsync(JournalRestore restore, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        // directly: the journal's writer runs only in a host that serves
        await JournalInsert.RunAsync(
            db,
            [
                new()
                {
                    At = restore.At,
                    Action = Action,
                    Kind = JournalKind.Change.Code(),
                    Outcome = 200,
                    AboutId = restore.Id,
                },
            ],
            ct
        );
        db.JournalRestores.Add(restore);
        await db.SaveChangesAsync(ct);
    }

    private async Task PutMarksBackAsync(JournalRestore restore, JournalSigner signer, CancellationToken ct)
    {
        var beyond = (await marks.ReadAsync(ct)).Values.Where(m => m.Seq > restore.ToSeq).ToList();
        await marks.RemoveAsync(JournalMark.Verified, ct);
        var day = await db.JournalDays.AsNoTracking().OrderByDescending(d => d.LastSeq).FirstOrDefaultAsync(ct);
        foreach (var mark in beyond)
            (mark.Seq, mark.Hash) =
                mark.Name == JournalMark.LastDay ? (day?.LastSeq ?? 0, day?.Hash ?? []) : (restore.ToSeq, restore.ToHash);
        await marks.PutAsync([.. beyond.Where(m => m.Name != JournalMark.Verified)], signer, ct);
    }
}
