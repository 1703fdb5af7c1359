using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.People;
using Registry.Platform.Rows;
using Registry.Web;

namespace Registry.Reporting.Model;

/// <summary>The kinds of reference material; the names are stored in the database.</summary>
internal enum MaterialKind
{
    Law,
    Guide,
    Form,
    Contacts,
    News,
}

/// <summary>A reference material about children in a difficult life situation, open to everyone once published [11.6]. Its text is in its editions.</summary>
[NoSubject("published texts and files")]
internal sealed class Material : IVersioned
{
    private Material() { }

    public Guid Id { get; private init; }
    public MaterialKind Kind { get; private set; }

    /// <summary>The screen whose `?` opens this guide; each screen has at most one guide.</summary>
    public string? Screen { get; private set; }

    /// <summary>The clause of the regulation it is about.</summary>
    public string? Clause { get; private set; }

    /// <summary>The edition that readers see; null before the first publication.</summary>
    public int? Published { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Folded words of the published edition, in all its languages.</summary>
    public string SearchText { get; private set; } = "";
    public Guid Version { get; set; }

    public static Material Of(MaterialKind kind, string? screen, string? clause) =>
        new()
        {
            Id = Ids.New(),
            Kind = kind,
            Screen = screen,
            Clause = clause,
            Version = Ids.New(),
        };

    public void Describe(MaterialKind kind, string? screen, string? clause) => (Kind, Screen, Clause) = (kind, screen, clause);

    /// <summary>Readers see this edition from now on; a withdrawn material reappears with it.</summary>
    /// <exception cref="DomainException"><c>material.incomplete</c>: title and text are required in ky, ru and en.</exception>
    public void Publish(MaterialEdition edition, Guid? by, DateTime at)
    {
        edition.Publish(by, at);
        (Published, PublishedAt, WithdrawnAt) = (edition.Number, at, null);
        SearchText = string.Join(
            ' ',
            NameKey.Words(edition.TitleKy, edition.TitleRu, edition.TitleEn, edition.TextKy, edition.TextRu, edition.TextEn).Distinct()
        );
    }

    /// <exception cref="DomainException"><c>material.not-published</c></exception>
    public void Withdraw(DateTime at)
    {
        if (Published is null || WithdrawnAt is not null)
            throw new DomainException("material.not-published");
        WithdrawnAt = at;
    }
}

/// <summary>One wording of a material. A published one never changes; there is at most one draft besides.</summary>
[NoSubject("published texts and files")]
internal sealed class MaterialEdition
{
    public const int TitleLength = 200;
    public const int TextLength = 100_000;

    private MaterialEdition() { }

    public Guid Id { get; private init; }
    public Guid MaterialId { get; private init; }

    /// <summary>1, 2, 3, …</summary>
    public int Number { get; private init; }
    public string TitleKy { get; private set; } = "";
    public string TitleRu { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public string TextKy { get; private set; } = "";
    public string TextRu { get; private set; } = "";
    public string TextEn { get; private set; } = "";
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Who published it; null for what comes with the Base.</summary>
    public Guid? PublishedBy { get; private set; }

    public LocalText Title => new(TitleKy, TitleRu, TitleEn);

    /// <summary>Markdown (CommonMark with tables); any HTML in it has no effect for readers.</summary>
    public LocalText Text => new(TextKy, TextRu, TextEn);

    public static MaterialEdition Draft(Guid material, int number) =>
        new()
        {
            Id = Ids.New(),
            MaterialId = material,
            Number = number,
        };

    public MaterialEdition Say(LocalText title, LocalText text)
    {
        (TitleKy, TitleRu, TitleEn) = (title.Ky.Trim(), title.Ru.Trim(), title.En.Trim());
        (TextKy, TextRu, TextEn) = (text.Ky, text.Ru, text.En);
        return this;
    }

    public void Publish(Guid? by, DateTime at)
    {
        if (new[] { TitleKy, TitleRu, TitleEn, TextKy, TextRu, TextEn }.Any(string.IsNullOrWhiteSpace))
            throw new DomainException("material.incomplete");
        (PublishedAt, PublishedBy) = (at, by);
    }
}

/// <summary>A file that belongs to a material: a form to print, a law as it was signed.</summary>
[NoSubject("published texts and files")]
internal sealed class MaterialFile
{
    public Guid Id { get; init; }
    public Guid MaterialId { get; init; }

    /// <summary>ky, ru or en.</summary>
    public string Language { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>Its download name, with the extension of its true format.</summary>
    public string Name { get; init; } = "";
    public string MediaType { get; init; } = "";

    /// <summary>Size in bytes.</summary>
    public int Size { get; init; }
    public byte[] Content { get; init; } = [];
}

/// <summary>The table of <see cref="Material"/>.</summary>
internal sealed class MaterialConfiguration : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> e)
    {
        e.ToTable("materials");
        e.Property(m => m.Screen).HasMaxLength(ReportingDbContext.CodeMaxLength).IsUnicode(false);
        e.Property(m => m.Clause).HasMaxLength(ReportingDbContext.CodeMaxLength);
        e.HasIndex(m => m.Screen).IsUnique();
        e.HasIndex(m => new { m.PublishedAt, m.Id });
    }
}

/// <summary>The table of <see cref="MaterialEdition"/>.</summary>
internal sealed class MaterialEditionConfiguration : IEntityTypeConfiguration<MaterialEdition>
{
    public void Configure(EntityTypeBuilder<MaterialEdition> e)
    {
        e.ToTable("material_editions");
        e.Property(m => m.TitleKy).HasMaxLength(MaterialEdition.TitleLength);
        e.Property(m => m.TitleRu).HasMaxLength(MaterialEdition.TitleLength);
        e.Property(m => m.TitleEn).HasMaxLength(MaterialEdition.TitleLength);
        e.Ignore(m => m.Title);
        e.Ignore(m => m.Text);
        e.HasOne<Material>().WithMany().HasForeignKey(m => m.MaterialId);
        e.HasIndex(m => new { m.MaterialId, m.Number }).IsUnique();
    }
}

/// <summary>The table of <see cref="MaterialFile"/>.</summary>
internal sealed class MaterialFileConfiguration : IEntityTypeConfiguration<MaterialFile>
{
    public void Configure(EntityTypeBuilder<MaterialFile> e)
    {
        e.ToTable("material_files");
        e.Property(f => f.Language).HasMaxLength(2).IsUnicode(false);
        e.Property(f => f.Title).HasMaxLength(FileLimits.Title);
        e.Property(f => f.Name).HasMaxLength(FileLimits.SentName);
        e.Property(f => f.MediaType).HasMaxLength(ReportingDbContext.CodeMaxLength).IsUnicode(false);
        e.HasOne<Material>().WithMany().HasForeignKey(f => f.MaterialId);
    }
}
