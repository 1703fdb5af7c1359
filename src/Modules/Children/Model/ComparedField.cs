using System.Globalization;
using Registry.Basics.People;
using Registry.Contracts;

namespace Registry.Children.Model;

internal enum ComparedState
{
    /// <summary>The register agrees with the card.</summary>
    Same,

    /// <summary>The card has nothing here yet.</summary>
    New,

    /// <summary>The card has a different value: a disagreement, never an overwrite.</summary>
    Differs,
}

/// <summary>One field as the card has it and as received.</summary>
/// <param name="Field">Name inside the section; in a list, with the entry's distinguishing key.</param>
/// <param name="Dictionary">The dictionary of the values, or <c>sex</c> or <c>yes-no</c>; null for texts and days (ISO).</param>
/// <param name="Take">The card with this field as received.</param>
internal sealed record ComparedField(
    RegisterKind Kind,
    SectionCode Section,
    string Field,
    string? Here,
    string Came,
    ComparedState State,
    string? Dictionary,
    Func<CardContents, CardContents> Take
);

/// <summary>Builds the compared fields of a section that hold a single value; missing answers produce none.</summary>
internal sealed class SingleFields(CardContents card, RegisterKind kind, SectionCode section)
{
    private readonly List<ComparedField> _made = [];

    public IReadOnlyList<ComparedField> Made => _made;

    public SingleFields Text(string field, string? came, Func<CardContents, CardContents> take, string? dictionary = null) =>
        Add(field, came, Alike, take, dictionary);

    public SingleFields Name(string field, string? came, Func<CardContents, CardContents> take) => Add(field, came, SameName, take, null);

    public SingleFields Day(string field, DateOnly? came, Func<CardContents, CardContents> take) =>
        Add(field, CardFields.Iso(came), Alike, take, null);

    private SingleFields Add(
        string field,
        string? came,
        Func<string, string, bool> same,
        Func<CardContents, CardContents> take,
        string? dictionary
    )
    {
        if (string.IsNullOrWhiteSpace(came))
            return this;
        var here = CardFields.Values(card.Of(section), field).FirstOrDefault();
        _made.Add(new(kind, section, field, here, came, StateOf(here, here is not null && same(here, came)), dictionary, take));
        return this;
    }

    public static ComparedState StateOf(object? here, bool same) =>
        here is null ? ComparedState.New
        : same ? ComparedState.Same
        : ComparedState.Differs;

    /// <summary>The same name in any of its spellings.</summary>
    public static bool SameName(string one, string other) =>
        NameKey.Words(one).Order(StringComparer.Ordinal).SequenceEqual(NameKey.Words(other).Order(StringComparer.Ordinal));

    /// <summary>The same text, ignoring case and spaces.</summary>
    public static bool Alike(string one, string other) =>
        string.Compare(Spaced(one), Spaced(other), CultureInfo.InvariantCulture, CompareOptions.IgnoreCase) == 0;

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
