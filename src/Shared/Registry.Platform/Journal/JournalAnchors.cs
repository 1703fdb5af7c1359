using Microsoft.EntityFrameworkCore;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>Where the head of the chain is kept outside the database: beside it, and outside the machine where the settings name a folder or a port.</summary>
public sealed class JournalAnchors(DatabaseOptions database, OutsideAnchors outside, JournalMarks marks, AnchorPort port, TimeProvider time)
{
    public const string FileName = "journal.anchor";

    private readonly AnchorFile _here = new(Path.Combine(database.Folder, FileName));
    private readonly AnchorFile? _outside = outside.Folder is { } folder ? new(Path.Combine(folder, FileName)) : null;

    internal IEnumerable<AnchorFile> Files => _outside is null ? [_here] : [_here, _outside];

    /// <summary>Writes the head to the file beside the database; once, however often it is called.</summary>
    internal Task KeepHereAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        Directory.CreateDirectory(database.Folder);
        return KeepAsync(_here, db, signer, ct);
    }

    /// <summary>Copies the head outside the machine, to every place that the settings name.</summary>
    /// <exception cref="IOException">The folder outside cannot be reached.</exception>
    /// <exception cref="HttpRequestException">The receiver outside does not take it.</exception>
    internal async Task KeepOutsideAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        if (_outside is not null)
            await KeepAsync(_outside, db, signer, ct);
        if (port.IsSet && await HeadAsync(db, ct) is { } head)
            await port.SendAsync(AnchorLine.OfHead(1, head.Seq, head.Hash, head.At, [], signer).ToString(), ct);
    }

    private async Task KeepAsync(AnchorFile file, PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        if (await HeadAsync(db, ct) is not { } head)
            return;
        await file.AppendAsync(
            head,
            await db.JournalRestores.AsNoTracking().OrderBy(r => r.At).ToListAsync(ct),
            await marks.FindAsync(file.Mark, ct),
            signer,
            mark => marks.PutAsync([mark], signer, ct),
            ct
        );
    }

    private async Task<(long Seq, string Hash, DateTime At)?> HeadAsync(PlatformDbContext db, CancellationToken ct) =>
        await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct) is { } head
            ? (head.LastSeq, Convert.ToHexString(head.Hash), time.GetUtcNow().UtcDateTime)
            : null;

    /// <summary>True when an anchor was signed with a key of the journal.</summary>
    internal async Task<bool> HaveSignedLinesAsync(CancellationToken ct)
    {
        foreach (var file in Files)
        await foreach (var (_, line) in file.ReadAsync(ct))
            if (line?.IsSigned == true)
                return true;
        return false;
    }
}
