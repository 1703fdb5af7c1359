using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>What a user has typed into a form and not sent yet: their own, sealed under the child's key or, before there is a child, the Base's.</summary>
[Expires(
    "what a user has typed into a form and not sent",
    "30 days after the last save, or until the account ends",
    "children.forget-drafts"
)]
[StaysWithCard("an unsent form about the merged card")]
internal sealed partial class Draft : ISealedRow
{
    public const int LongestText = 200_000;

    /// <summary>Limit per account: more forms than anyone leaves unsent in 30 days.</summary>
    public const int Most = 300;
    public const string Purpose = "draft";

    public const int LongestKey = 80;
    public const int LongestForm = LongestKey - EndOfPage;
    private const int EndOfPage = 10;
    public const int LongestPlace = 200;
    public Guid AccountId { get; init; }

    /// <summary>The form and its subject, such as <c>register-signal</c> or <c>card.identity.{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The child the draft is about; the draft is purged with it.</summary>
    public Guid? ChildId { get; init; }

    /// <summary>The page instance that saved it last.</summary>
    public Guid Writer { get; private set; }

    /// <summary>Incremented on each save: a page's earlier save does not overwrite its later one.</summary>
    public long Number { get; private set; }

    /// <summary>The URL of the screen with the form, without search terms.</summary>
    public string? Place { get; private set; }

    [SealedAs(Purpose)]
    public byte[] Sealed { get; private set; } = [];
    public int SealNo { get; set; }
    public DateTime SavedAt { get; private set; }

    /// <summary>Two pages editing the same form do not overwrite each other: the second one's key gets a suffix.</summary>
    public static string KeyBeside(string key) => $"{FormOf(key)}.w{Ids.New().ToString("N")[^8..]}";

    /// <summary>The key without the page suffix.</summary>
    public static string FormOf(string key) => OfPage().Replace(key, "");

    [GeneratedRegex(@"\.w[0-9a-f]{8}$")]
    private static partial Regex OfPage();

    /// <param name="after">The version the page knows to be saved.</param>
    public DraftOrder OrderOf(Guid writer, long number, long? after) =>
        writer == Writer ? (number > Number ? DraftOrder.Next : DraftOrder.Late)
        : after == Number ? DraftOrder.Next
        : DraftOrder.BesideAnother;

    public void Save(string text, Seal seal, DateTime at) => (Sealed, SavedAt) = (seal.Close(this, Purpose, text), at);

    public void WrittenBy(Guid writer, long number, string? place) => (Writer, Number, Place) = (writer, number, place);

    public string Open(Seal seal) => seal.Open<string>(this, Purpose, Sealed);

    Guid ISealedRow.Id => SealedAt.RowOf($"{AccountId:N} {Key}");
}

internal enum DraftOrder
{
    Next,

    /// <summary>The same page has already sent a newer version.</summary>
    Late,

    /// <summary>Another page has saved the form since this one read it.</summary>
    BesideAnother,
}

/// <summary>The table of <see cref="Draft"/>.</summary>
internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> e)
    {
        e.ToTable("drafts");
        e.HasKey(d => new { d.AccountId, d.Key });
        e.Property(d => d.Key).HasMaxLength(Draft.LongestKey);
        e.Property(d => d.Place).HasMaxLength(Draft.LongestPlace);
        e.HasIndex(d => d.ChildId);
    }
}
