using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>The sections of a card, in the order of clause 17.</summary>
internal enum SectionCode
{
    Identity,
    Documents,
    Finding,
    Residence,
    Relatives,
    Disability,
    Payments,
    Property,
    LegalStatus,
    Further,
}

/// <summary>
/// Contents of a section of the card. Every item is filled, explained as unknown, or missing, so that completeness can be measured [14.2].
/// </summary>
internal interface ICardSection
{
    /// <summary>Items that cannot be known yet, each with a code of the dictionary <c>unknown-reason</c>.</summary>
    IReadOnlyDictionary<string, string>? Unknown { get; }

    /// <summary>The items that clause 17 requires and whether they are filled.</summary>
    IEnumerable<(string Item, bool Filled)> Items();

    /// <summary>As stored: names in their normal form.</summary>
    ICardSection Normalised() => this;

    /// <summary>The dictionary codes used in the section, each with its field.</summary>
    IEnumerable<(string Dictionary, string Code, string Field)> Codes() => [];
}

/// <summary>Sealed for one section: the purpose is the prefix plus the section's code.</summary>
internal sealed class SealedAsSectionAttribute(string prefix)
    : SealedAsAttribute([.. Enum.GetNames<SectionCode>().Select(section => $"{prefix}.{section}")]);

/// <summary>A sealed section with its measured completeness.</summary>
[StaysWithCard("each card keeps its contents; the surviving one takes over what was chosen")]
internal sealed class CardSection : IVersioned, ISealedRow
{
    private CardSection() { }

    public Guid ChildId { get; private init; }
    public SectionCode Code { get; private init; }
    Guid ISealedRow.Id => ChildId;

    bool ISealedRow.Takes(string purpose) => purpose == Purpose(Code);

    [SealedAsSection("card")]
    public byte[]? Sealed { get; private set; }
    public int SealNo { get; set; }
    public int Expected { get; private set; }
    public int Filled { get; private set; }
    public int Explained { get; private set; }

    /// <summary>Names of the items that are neither filled nor explained, comma separated.</summary>
    public string Missing { get; private set; } = "";
    public IReadOnlyList<string> MissingItems => Missing.Split(',', StringSplitOptions.RemoveEmptyEntries);
    public DateTime? ChangedAt { get; private set; }
    public Guid? ChangedBy { get; private set; }
    public Guid Version { get; set; }

    public static CardSection Empty(Guid childId, SectionCode code)
    {
        var section = new CardSection
        {
            ChildId = childId,
            Code = code,
            Version = Ids.New(),
        };
        section.Measure(SectionKind.Of(code).Nothing);
        return section;
    }

    /// <summary>Columns that <see cref="Read"/> takes, in order.</summary>
    public const string Columns = "ChildId, Code, Sealed, Expected, Filled, Explained, Missing, ChangedAt, ChangedBy, Version, SealNo";

    public static CardSection Read(DbDataReader row) =>
        new()
        {
            ChildId = row.Id(0),
            Code = row.Code<SectionCode>(1),
            Sealed = row.IsDBNull(2) ? null : (byte[])row.GetValue(2),
            Expected = row.GetInt32(3),
            Filled = row.GetInt32(4),
            Explained = row.GetInt32(5),
            Missing = row.GetString(6),
            ChangedAt = row.IsDBNull(7) ? null : DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc),
            ChangedBy = row.IsDBNull(8) ? null : row.Id(8),
            Version = row.Id(9),
            SealNo = row.GetInt32(10),
        };

    public static string Purpose(SectionCode code) => $"card.{code}";

    /// <summary>Its contents; null if nothing has been entered.</summary>
    public ICardSection? Open(Seal seal) => Sealed is { } stored ? Card.Open(Code, SealedAt.Of(this), stored, seal) : null;

    /// <summary>True if these contents differ from the stored ones.</summary>
    public bool Differs(ICardSection contents, Seal seal) => SectionDifferences.Between(Open(seal), contents, Code).Count > 0;

    /// <summary>Replaces the contents and returns the history entry: who, when, before, after.</summary>
    public CardChange Change(ICardSection contents, Seal seal, Guid by, DateTime at)
    {
        var before = Open(seal);
        Sealed = seal.Close<object>(this, Purpose(Code), contents);
        (ChangedAt, ChangedBy) = (at, by);
        Measure(contents);
        return new CardChange
        {
            Id = Ids.New(out var id),
            ChildId = ChildId,
            Section = Code,
            At = at,
            By = by,
            SealedBefore = before is null ? null : seal.Close<object>(new SealedAt(id), CardChange.Before(Code), before),
            SealedAfter = seal.Close<object>(new SealedAt(id), Purpose(Code), contents),
        };
    }

    /// <summary>The entry was a mistake and the section is empty again; the history keeps the earlier contents.</summary>
    public void Clear() => (Sealed, ChangedAt, ChangedBy) = (null, null, null);

    private void Measure(ICardSection contents)
    {
        var items = contents.Items().ToList();
        bool Explains(string item) => contents.Unknown?.ContainsKey(item) == true;
        Expected = items.Count;
        Filled = items.Count(i => i.Filled);
        Explained = items.Count(i => !i.Filled && Explains(i.Item));
        Missing = string.Join(',', items.Where(i => !i.Filled && !Explains(i.Item)).Select(i => i.Item));
    }
}

/// <summary>Who changed a section and when, with the contents before and after, both sealed under the child's key.</summary>
internal sealed class CardChange : ISealedRow
{
    public Guid Id { get; init; }
    public Guid ChildId { get; init; }
    public SectionCode Section { get; init; }
    public DateTime At { get; init; }
    public Guid By { get; init; }

    [SealedAsSection("card-before")]
    public byte[]? SealedBefore { get; init; }
    public int SealNo { get; set; }

    [SealedAsSection("card")]
    public required byte[] SealedAfter { get; init; }

    bool ISealedRow.Takes(string purpose) => purpose == CardSection.Purpose(Section) || purpose == Before(Section);

    /// <summary>The previous contents of the section; null for the first entry.</summary>
    public ICardSection? OpenBefore(Seal seal) =>
        SealedBefore is { } before ? Card.Open(Section, SealedAt.Of(this), before, seal, Before(Section)) : null;

    public ICardSection OpenAfter(Seal seal) => Card.Open(Section, SealedAt.Of(this), SealedAfter, seal);

    /// <summary>Guards against swapping before and after, too.</summary>
    public static string Before(SectionCode code) => $"card-before.{code}";
}

/// <summary>The table of <see cref="CardSection"/>.</summary>
internal sealed class CardSectionConfiguration : IEntityTypeConfiguration<CardSection>
{
    public void Configure(EntityTypeBuilder<CardSection> e)
    {
        e.ToTable("card_sections");
        e.HasKey(s => new { s.ChildId, s.Code });
        e.Property(s => s.Missing).HasMaxLength(1000);
    }
}

/// <summary>The table of <see cref="CardChange"/>.</summary>
internal sealed class CardChangeConfiguration : IEntityTypeConfiguration<CardChange>
{
    public void Configure(EntityTypeBuilder<CardChange> e)
    {
        e.ToTable("card_changes");
        e.HasIndex(c => new { c.ChildId, c.Id });
    }
}
