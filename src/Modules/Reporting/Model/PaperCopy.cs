using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Reporting.Model;

/// <summary>A printed paper copy: when, by whom and for what purpose [21]. Its contents and purpose are sealed under the child's key.</summary>
internal sealed class PaperCopy : ITerritorial, ICaseRow, ISealedRow
{
    public const int PurposeMaxLength = 300;
    private const string PurposeSeal = "paper.purpose";
    public const string FileSeal = "paper.file";
    private const int CodeBytes = 8;

    private PaperCopy() { }

    public Guid Id { get; private init; }

    /// <summary>Printed on the paper; without the code next to it, it reveals nothing.</summary>
    public string Number { get; private init; } = "";
    public Guid ChildId { get; private init; }
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";
    public PaperKind Kind { get; private init; }
    public string Language { get; private init; } = "";
    public DateTime At { get; private init; }
    public Guid By { get; private init; }
    public bool Certified { get; private init; }

    /// <summary>SHA-256 over number, moment and every line of the document.</summary>
    public byte[] Hash { get; private init; } = [];

    [SealedAs(PurposeSeal)]
    public byte[] SealedPurpose { get; private init; } = [];
    public int SealNo { get; set; }

    /// <summary>The beginning of the hash, as printed on the paper and in its QR code.</summary>
    public string Code => Convert.ToHexString(Hash.AsSpan(0, CodeBytes));

    public static PaperCopy Print(
        CaseRef about,
        PaperKind kind,
        string language,
        string purpose,
        bool certified,
        IReadOnlyList<PaperSection> contents,
        Seal seal,
        Guid by,
        DateTime at
    )
    {
        var id = Ids.New();
        var number = Registry.Basics.Time.DocumentNumber.Of("P-", id, at);
        return new()
        {
            Id = id,
            Number = number,
            ChildId = about.ChildId,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            Kind = kind,
            Language = language,
            At = at,
            By = by,
            Certified = certified,
            Hash = HashOf(number, at, contents),
            SealedPurpose = seal.Close(new SealedAt(id), PurposeSeal, purpose),
        };
    }

    public string PurposeBy(Seal seal) => seal.Open<string>(this, PurposeSeal, SealedPurpose);

    public PaperFile FileOf(byte[] pdf, Seal seal) => new() { Id = Id, Sealed = seal.CloseFile(new SealedAt(Id), FileSeal, pdf) };

    public static byte[] Open(PaperFile file, Seal seal) => seal.OpenFile(SealedAt.Of(file), FileSeal, file.Sealed);

    private static byte[] HashOf(string number, DateTime at, IReadOnlyList<PaperSection> contents)
    {
        var text = new StringBuilder(number).Append('|').Append(at.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var section in contents)
        {
            text.Append('\n').Append(section.Title);
            foreach (var line in section.Lines)
                text.Append('\n').Append(line.Label).Append('\t').Append(line.Value);
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>The document itself, sealed, apart from the list of copies.</summary>
internal sealed class PaperFile : ISealedRow
{
    public Guid Id { get; init; }

    [SealedAs(PaperCopy.FileSeal)]
    public required byte[] Sealed { get; init; }
    public int SealNo { get; set; }
}

/// <summary>The table of <see cref="PaperCopy"/>.</summary>
internal sealed class PaperCopyConfiguration : IEntityTypeConfiguration<PaperCopy>
{
    public void Configure(EntityTypeBuilder<PaperCopy> e)
    {
        e.ToTable("papers");
        e.Property(p => p.Number).HasMaxLength(ReportingDbContext.CodeMaxLength);
        e.Property(p => p.Language).HasMaxLength(2).IsUnicode(false);
        e.HasIndex(p => p.Number).IsUnique();
        e.HasIndex(p => new { p.ChildId, p.Id });
        e.HasOne<PaperFile>().WithOne().HasForeignKey<PaperFile>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The table of <see cref="PaperFile"/>.</summary>
internal sealed class PaperFileConfiguration : IEntityTypeConfiguration<PaperFile>
{
    public void Configure(EntityTypeBuilder<PaperFile> e)
    {
        e.ToTable("paper_files");
    }
}
