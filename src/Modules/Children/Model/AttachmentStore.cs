using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Children.Files;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>Keeps the attachments of all modules in one place, so that the child's file is complete and the purge finds them.</summary>
internal sealed class AttachmentStore(ChildrenDbContext db, Vault vault, FileCleaner cleaner, TimeProvider time) : IAttachments
{
    /// <exception cref="DomainException">The file has an unsupported format, is damaged or locked; 400 at <c>content</c>.</exception>
    public async Task<Guid> AddAsync(Guid childId, AttachedTo to, Guid? aboutId, NewAttachment file, Guid by, CancellationToken ct)
    {
        var clean = await cleaner.CleanAsync(file.Content, ct);
        var seal = await vault.OfAsync(childId, ct);
        var attachment = Attachment.Add(
            (childId, to, aboutId ?? childId),
            new(FileNames.Safe(file.Name, clean.Format.Extension()), file.Title.Trim()),
            (clean.Format, clean.Content.Length),
            seal,
            (by, time.Utc())
        );
        db.Add(attachment);
        db.Add(AttachmentFile.Of(attachment, clean.Content, seal));
        await db.SaveChangesAsync(ct);
        return attachment.Id;
    }

    public async Task<IReadOnlyList<AttachedFile>> OfAsync(AttachedTo to, IReadOnlyCollection<Guid> aboutIds, CancellationToken ct)
    {
        var rows = await db
            .Attachments.AsNoTracking()
            .Where(a => a.To == to && aboutIds.Contains(a.AboutId) && a.WithdrawnAt == null)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.ChildId).Distinct()], ct);
        return
        [
            .. rows.Select(r => (Row: r, Contents: r.Open(seals[r.ChildId])))
                .Select(x => new AttachedFile(x.Row.Id, x.Row.AboutId, x.Contents.Name, x.Contents.Title)),
        ];
    }

    /// <summary>Moves a signal's attachments to the known child, resealed under that child's key.</summary>
    public async Task FollowSignalAsync(Guid signal, Seal from, Seal to, CancellationToken ct)
    {
        foreach (var attachment in await db.Attachments.Where(a => a.To == AttachedTo.Signal && a.AboutId == signal).ToListAsync(ct))
        {
            attachment.MoveTo(from, to);
            (await db.AttachmentFiles.SingleAsync(f => f.Id == attachment.Id, ct)).MoveTo(from, to);
        }
    }
}
