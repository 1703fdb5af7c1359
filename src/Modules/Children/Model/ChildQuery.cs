using Registry.Basics.People;

namespace Registry.Children.Model;

/// <summary>
/// A search query: words of a name in any spelling, a personal or foreign number, a telephone, a birth date or year, children without
/// a name. Alongside words, the birth date or year must match too; a number matches on its own.
/// </summary>
internal sealed record ChildQuery(
    string? Text = null,
    string? Pin = null,
    DateOnly? BirthDate = null,
    string? Phone = null,
    bool NoName = false,
    int? BirthYear = null,
    string? ForeignNumber = null
)
{
    public IReadOnlyList<NameWord> Words { get; } = NameWord.Of(Text);

    public bool IsEmpty => Words.Count == 0 && Pin is null && BirthDate is null && Phone is null && !NoName && ForeignNumber is null;
}

/// <summary>A search hit, its name still sealed.</summary>
internal sealed record Candidate(SealedName Name, Sex? Sex, DateOnly? BirthDate, string Territory, string? Number, bool IsRegistered)
{
    public Guid Id => Name.Child;
}

/// <param name="Children">The likeliest first.</param>
/// <param name="Cut">More children than these match the query.</param>
/// <param name="Alike">Typos and other forms are among them, so their order means nothing.</param>
internal sealed record Candidates(IReadOnlyList<Candidate> Children, bool Cut, bool Alike = false);
