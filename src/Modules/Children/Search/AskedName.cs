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

/// <summary>The typed words of a search, folded once, compared with names after their seals were opened.</summary>
internal sealed class AskedName
{
    private const double ExactWeight = 1.0;
    private const double SpellingWeight = 0.97;
    private const double BeginningWeight = 0.85;
    private const double ErrorWeight = 0.75;
    private readonly List<(string Word, string Key)> _words;

    /// <summary>Who is found together has words in common: each is folded once.</summary>
    private readonly Dictionary<string, string> _keys = [];

    private AskedName(string typed) => _words = Split(typed);

    public bool IsEmpty => _words.Count == 0;

    public static AskedName Of(string? typed) => new(typed ?? "");

    /// <summary>Score from 0 to 1 and its explanation; 0 when a typed word is not found at all.</summary>
    public (double Score, IReadOnlyList<Match> Matches) In(string fullName)
    {
        if (IsEmpty)
            return (0, []);
        var nameWords = Split(fullName);
        var matches = new List<Match>(_words.Count);
        var sum = 0.0;
        foreach (var (word, key) in _words)
        {
            (double Score, Match? Match) best = default;
            foreach (var (other, otherKey) in nameWords)
                if (Compare(word, key, other, otherKey) is var match && match.Score > best.Score)
                    best = match;
            if (best.Match is null)
                return (0, []);
            sum += best.Score;
            matches.Add(best.Match);
        }
        return (sum / _words.Count, matches);
    }

    private List<(string Word, string Key)> Split(string text)
    {
        var words = new List<(string, string)>(3);
        foreach (var word in text.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_keys.TryGetValue(word, out var key))
                _keys[word] = key = NameKey.Fold(word);
            if (NameKey.IsOfAName(key))
                words.Add((word, key));
        }
        return words;
    }

    private static (double Score, Match? Match) Compare(string typed, string typedKey, string found, string foundKey)
    {
        if (string.Equals(typed, found, StringComparison.OrdinalIgnoreCase))
            return (ExactWeight, new(typed, found, MatchKind.Exact));
        if (typedKey == foundKey)
            return (SpellingWeight, new(typed, found, MatchKind.OtherSpelling));
        if (foundKey.StartsWith(typedKey, StringComparison.Ordinal))
            return (BeginningWeight, new(typed, found, MatchKind.Beginning));
        var beginning = foundKey.AsSpan(0, Math.Min(foundKey.Length, typedKey.Length));
        return NameKey.OneErrorApart(typedKey, foundKey) || (typedKey.Length >= 4 && NameKey.OneErrorApart(typedKey, beginning))
            ? (ErrorWeight, new(typed, found, MatchKind.TypingError))
            : (0, null);
    }
}
