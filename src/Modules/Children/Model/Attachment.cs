using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Children.Files;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <param name="Name">The file's name with the extension of its true format.</param>
/// <param name="Title">What the file shows.</param>
/// <param name="Withdrawal">Why it was attached in error.</param>
internal sealed record AttachmentContents(string Name, string Title, string? Withdrawal = null);

/// <summary>A photo, document or recording about a child. Its title and contents are sealed under the child's key.</summary>
internal sealed class Attachment : IVersioned, ISealedRow
{
    private const string Purpose = "attachment";

    private Attachment() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private set; }
    public AttachedTo To { get; private init; }

    /// <summary>The object it is attached to; the child for the card itself.</summary>
    public Guid AboutId { get; private init; }
    public FileFormat Format { get; private init; }

    /// <summary>Size in bytes as stored, before sealing.</summary>
    public int Size { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid AddedBy { get; private init; }
    public DateTime AddedAt { get; private init; }
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public Guid Version { get; set; }

    public static Attachment Add(
        (Guid Child, AttachedTo To, Guid About) place,
        AttachmentContents contents,
        (FileFormat Format, int Size) file,
        Seal seal,
        (Guid By, DateTime At) added
    ) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = place.Child,
            To = place.To,
            AboutId = place.About,
            Format = file.Format,
            Size = file.Size,
            SealedContents = seal.Close(new SealedAt(id), Purpose, contents),
            AddedBy = added.By,
            AddedAt = added.At,
            Version = Ids.New(),
        };

    public AttachmentContents Open(Seal seal) => seal.Open<AttachmentContents>(this, Purpose, SealedContents);

    /// <summary>It can no longer be opened, but stays sealed so that no evidence is destroyed.</summary>
    /// <exception cref="DomainException"><c>attachment.withdrawn</c></exception>
    public void Withdraw(string reason, Seal seal, Guid by, DateTime at)
    {
        if (WithdrawnAt is not null)
            throw new DomainException("attachment.withdrawn");
        (WithdrawnAt, WithdrawnBy) = (at, by);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Withdrawal = reason.Trim() });
    }

    /// <summary>Its title, for confirming what is done to it.</summary>
    public LocalText NameBy(Seal seal)
    {
        var title = Open(seal).Title;
        return new(title, title, title);
    }

    /// <summary>It was withdrawn in error and can be opened again.</summary>
    /// <exception cref="DomainException"><c>attachment.not-withdrawn</c></exception>
    public void TakeBack(Seal seal)
    {
        if (WithdrawnAt is null)
            throw new DomainException("attachment.not-withdrawn");
        (WithdrawnAt, WithdrawnBy) = (null, null);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Withdrawal = null });
    }

    /// <summary>The signal it came with is about a child already in the Base.</summary>
    public void MoveTo(Seal from, Seal to) => (ChildId, SealedContents) = (to.Subject, to.Close(this, Purpose, Open(from)));
}

/// <summary>The sealed bytes, stored apart from the attachment so that lists do not load them.</summary>
internal sealed class AttachmentFile : ISealedRow
{
    private const string Purpose = "attachment.file";

    private AttachmentFile() { }

    public Guid Id { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedBytes { get; private set; } = [];
    public int SealNo { get; set; }

    public static AttachmentFile Of(Attachment attachment, byte[] content, Seal seal) =>
        new() { Id = attachment.Id, SealedBytes = seal.CloseFile(new SealedAt(attachment.Id), Purpose, content) };

    public byte[] Open(Seal seal) => seal.OpenFile(SealedAt.Of(this), Purpose, SealedBytes);

    public void MoveTo(Seal from, Seal to)
    {
        var content = Open(from);
        SealNo++;
        SealedBytes = to.CloseFile(SealedAt.Of(this), Purpose, content);
    }
}

/// <summary>The table of <see cref="Attachment"/>.</summary>
internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> e)
    {
        e.ToTable("attachments");
        e.HasIndex(a => new { a.ChildId, a.Id });
        e.HasIndex(a => a.AboutId);
        e.HasOne<AttachmentFile>().WithOne().HasForeignKey<AttachmentFile>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The table of <see cref="AttachmentFile"/>.</summary>
internal sealed class AttachmentFileConfiguration : IEntityTypeConfiguration<AttachmentFile>
{
    public void Configure(EntityTypeBuilder<AttachmentFile> e)
    {
        e.ToTable("attachment_files");
    }
}
