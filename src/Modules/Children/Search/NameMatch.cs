using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>How a typed word was found in a name.</summary>
internal enum MatchKind
{
    Exact,
    OtherSpelling,
    Beginning,
    TypingError,
    Pin,
    BirthDate,
}

/// <summary>Why a child was found: «Омурбек = Өмүрбек».</summary>
internal sealed record Match(string Typed, string Found, MatchKind Kind);

/// <summary>Compares typed words with a name after its seal was opened.</summary>
internal static class NameMatch
{
    private const double ExactWeight = 1.0;
    private const double SpellingWeight = 0.97;
    private const double BeginningWeight = 0.85;
    private const double ErrorWeight = 0.75;

    /// <summary>Score from 0 to 1 and its explanation; 0 when a typed word is not found at all.</summary>
    public static (double Score, IReadOnlyList<Match> Matches) Of(string typed, string fullName)
    {
        var typedWords = Split(typed);
        var nameWords = Split(fullName);
        if (typedWords.Count == 0)
            return (0, []);
        var matches = new List<Match>();
        var sum = 0.0;
        foreach (var (word, key) in typedWords)
        {
            var best = nameWords.Select(n => Compare(word, key, n.Word, n.Key)).OrderByDescending(m => m.Score).FirstOrDefault();
            if (best.Match is null)
                return (0, []);
            sum += best.Score;
            matches.Add(best.Match);
        }
        return (sum / typedWords.Count, matches);
    }

    private static List<(string Word, string Key)> Split(string text) =>
        [
            .. text.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => (w, NameKey.Words(w).FirstOrDefault() ?? ""))
                .Where(w => w.Item2.Length > 0),
        ];

    private static (double Score, Match? Match) Compare(string typed, string typedKey, string found, string foundKey)
    {
        if (string.Equals(typed, found, StringComparison.CurrentCultureIgnoreCase))
            return (ExactWeight, new(typed, found, MatchKind.Exact));
        if (typedKey == foundKey)
            return (SpellingWeight, new(typed, found, MatchKind.OtherSpelling));
        if (foundKey.StartsWith(typedKey, StringComparison.Ordinal))
            return (BeginningWeight, new(typed, found, MatchKind.Beginning));
        var beginning = foundKey.Length > typedKey.Length ? foundKey[..typedKey.Length] : foundKey;
        return NameKey.Distance(typedKey, foundKey) <= 1 || (typedKey.Length >= 4 && NameKey.Distance(typedKey, beginning) <= 1)
            ? (ErrorWeight, new(typed, found, MatchKind.TypingError))
            : (0, null);
    }
}
