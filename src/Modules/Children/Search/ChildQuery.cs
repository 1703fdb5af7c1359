using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>What is asked for: words of a name in any spelling, a personal number, a birth date. Beside words the birth date must hold too; a number finds on its own.</summary>
internal sealed record ChildQuery(string? Text = null, string? Pin = null, DateOnly? BirthDate = null)
{
    public IReadOnlyList<string> Words => NameKey.Words(Text);
}

/// <summary>A registered child that a search came upon, its name still sealed.</summary>
internal sealed record Candidate(Guid Id, byte[] SealedName, Sex? Sex, DateOnly? BirthDate, string Territory, string? Number);

/// <param name="Children">The likeliest first.</param>
/// <param name="Cut">More than these answer to the query.</param>
internal sealed record Candidates(IReadOnlyList<Candidate> Children, bool Cut);
