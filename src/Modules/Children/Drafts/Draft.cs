using Registry.Kernel.Merging;
using Registry.Kernel.Purging;
using Registry.Kernel.Vault;

namespace Registry.Children.Drafts;

/// <summary>What a user has typed into a form and not sent yet: their own, sealed under the child's key or, before there is a child, under the Base's.</summary>
[Expires(
    "what a user has typed into a form and not sent",
    "30 days after the last save, or until the account ends",
    "children.forget-drafts"
)]
[StaysWithCard("an unsent form about the merged card")]
internal sealed class Draft : ISealedRow
{
    public const int LongestText = 200_000;

    /// <summary>Of one account: more forms than anybody leaves unsent in 30 days.</summary>
    public const int Most = 300;
    public const string Purpose = "draft";
    public Guid AccountId { get; init; }

    /// <summary>The form and what it is about, such as <c>register-signal</c> or <c>card.identity.{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The child that the draft is about: it goes when the child is purged.</summary>
    public Guid? ChildId { get; init; }

    [SealedAs(Purpose)]
    public byte[] Sealed { get; private set; } = [];
    public int SealNo { get; set; }
    public DateTime SavedAt { get; private set; }

    public void Save(string text, Seal seal, DateTime at) => (Sealed, SavedAt) = (seal.Close(this, Purpose, text), at);

    public string Open(Seal seal) => seal.Open<string>(this, Purpose, Sealed);

    Guid ISealedRow.Id => SealedAt.RowOf($"{AccountId:N} {Key}");
}
