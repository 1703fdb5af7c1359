using Registry.Basics.People;
using Registry.Children.Model;

namespace Registry.Children.Search;

/// <summary>The typed words of a search, folded once, and compared with unsealed names.</summary>
internal sealed class AskedName
{
    /// <summary>Two words joined, or one word split.</summary>
    private const double JoinedWeight = 0.96;

    /// <summary>A word that belongs to the child through a former name or a parent.</summary>
    private const double OtherNameWeight = 0.9;
    private const double MissingWordWeight = 0.6;

    /// <summary>From this many typed words on, one may be missing in the name: a patronymic that the card lacks.</summary>
    public const int FewestToMissOne = 3;

    private readonly List<NameWord> _words;

    /// <summary>Children found together share words: each word is folded once.</summary>
    private readonly Dictionary<string, NameForm> _forms = [];

    private AskedName(string? typed) => _words = NameWord.Of(typed, _forms);

    public bool IsEmpty => _words.Count == 0;

    public static AskedName Of(string? typed) => new(typed);

    /// <summary>Score from 0 to 1 with its explanation; 0 if a typed word is not found at all.</summary>
    public (double Score, IReadOnlyList<Match> Matches) In(string fullName, OtherNames? others = null)
    {
        if (IsEmpty)
            return (0, []);
        var words = NameWord.Of(fullName, _forms).ConvertAll(w => new Place(w, null));
        if (others is not null)
            words.AddRange(others.Words(_forms).Select(w => new Place(w.Word, w.Kind)));
        var best = Assign(_words, words);
        if (best.Score > 0 || _words.Count + words.Count < 3)
            return best;
        return InJoined(words);
    }

    /// <summary>The same with words joined or split.</summary>
    private (double Score, IReadOnlyList<Match> Matches) InJoined(List<Place> words)
    {
        (double Score, IReadOnlyList<Match> Matches) best = (0, []);
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i].Kind == words[i + 1].Kind)
            {
                List<Place> joined = [.. words];
                joined[i] = new(new(NameForm.Joined(words[i].Word.Form, words[i + 1].Word.Form)), words[i].Kind);
                joined.RemoveAt(i + 1);
                Keep(Assign(_words, joined), JoinedWeight);
            }
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            List<NameWord> joined = [.. _words];
            joined[i] = new(NameForm.Joined(_words[i].Form, _words[i + 1].Form));
            joined.RemoveAt(i + 1);
            Keep(Assign(joined, words), JoinedWeight);
        }
        if (best.Score > 0 || _words.Count < FewestToMissOne)
            return best;
        for (var i = 0; i < _words.Count; i++)
            Keep(Assign([.. _words.Where((_, at) => at != i)], words), MissingWordWeight);
        return best;

        void Keep((double Score, IReadOnlyList<Match> Matches) found, double weight)
        {
            if (found.Score * weight > best.Score)
                best = (found.Score * weight, found.Matches);
        }
    }

    /// <summary>Assigns each typed word its own word of the name, the likeliest pair first.</summary>
    private static (double Score, IReadOnlyList<Match> Matches) Assign(List<NameWord> typed, List<Place> words)
    {
        if (words.Count == 0)
            return (0, []);
        var matches = new Match?[typed.Count];
        Span<bool> taken = words.Count <= 64 ? stackalloc bool[words.Count] : new bool[words.Count];
        var (sum, counted) = (0.0, 0);
        for (var round = 0; round < typed.Count; round++)
        {
            var (best, i, j) = Likeliest(typed, words, matches, taken);
            if (!best.Holds)
                break;
            taken[j] = true;
            matches[i] = new(typed[i].Form.Text, words[j].Word.Form.Text, best.Kind);
            sum += best.Score;
            counted++;
        }
        for (var i = 0; i < typed.Count; i++)
            if (matches[i] is null && !typed[i].Optional)
                return (0, []);
        return counted == 0 ? (0, []) : (sum / counted, [.. matches.OfType<Match>()]);
    }

    private static (Likeness Best, int Typed, int Found) Likeliest(
        List<NameWord> typed,
        List<Place> words,
        Match?[] matches,
        ReadOnlySpan<bool> taken
    )
    {
        var (best, at, of) = (Likeness.None, 0, 0);
        for (var i = 0; i < typed.Count; i++)
        for (var j = 0; j < words.Count; j++)
            if (matches[i] is null && !taken[j] && words[j].Compare(typed[i]) is var found && found.Score > best.Score)
                (best, at, of) = (found, i, j);
        return (best, at, of);
    }

    /// <param name="Kind">Kind of the word if it is not from the name itself.</param>
    private readonly record struct Place(NameWord Word, MatchKind? Kind)
    {
        public Likeness Compare(NameWord typed)
        {
            var found = Likeness.Of(typed, Word);
            return Kind is { } kind && found.Holds ? new(found.Score * OtherNameWeight, kind) : found;
        }
    }
}
