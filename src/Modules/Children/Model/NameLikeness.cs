using Registry.Basics.People;

namespace Registry.Children.Model;

/// <summary>How similar the names of two records are, however their parts were distributed over the fields.</summary>
internal enum NameLikeness
{
    None,

    /// <summary>The given name only.</summary>
    GivenName,

    /// <summary>All words known to both, but one record has only one word.</summary>
    OneWord,

    /// <summary>With one typo, under a former name, or by a parent's surname.</summary>
    Similar,
    Same,
}

internal sealed class ComparedNames
{
    /// <summary>Below this, two words are different.</summary>
    private const double Alike = 0.66;
    private const double OneLetterMore = 0.75;
    private readonly List<Part> _parts;

    /// <summary>The same with two adjacent words of one field joined.</summary>
    private readonly List<List<Part>> _joined;

    private ComparedNames(List<Part> parts, List<List<Part>> joined) => (_parts, _joined) = (parts, joined);

    /// <param name="Given">The child's own name: another form of it is a parent's, not the child's.</param>
    /// <param name="Needed">False for the patronymic: it is optional and written in three styles.</param>
    private readonly record struct Part(NameWord Word, bool Given, bool Needed);

    public static ComparedNames Of(Identity identity)
    {
        var surname = NameWord.Of(identity.Surname).ConvertAll(w => new Part(w, false, true));
        var given = NameWord.Of(identity.Name).ConvertAll(w => new Part(w, !w.OfParent, true));
        // a field that holds the whole name
        if (given.Count == 0)
            surname = surname.ConvertAll(p => p with { Given = !p.Word.IsDerived });
        else if (surname.Count == 0)
            given = given.ConvertAll(p => p with { Given = !p.Word.IsDerived });
        var patronymic = NameWord.Of(identity.Patronymic).ConvertAll(w => new Part(w, false, false));
        return new(
            [.. surname, .. given, .. patronymic],
            [
                .. Joins(surname).Select(s => new List<Part>([.. s, .. given, .. patronymic])),
                .. Joins(given).Select(g => new List<Part>([.. surname, .. g, .. patronymic])),
            ]
        );
    }

    private static IEnumerable<List<Part>> Joins(List<Part> parts) =>
        Enumerable
            .Range(0, Math.Max(0, parts.Count - 1))
            .Select(i =>
            {
                var joined = new NameWord(NameForm.Joined(parts[i].Word.Form, parts[i + 1].Word.Form));
                var given = parts[i].Given && parts[i + 1].Given || !joined.IsDerived && (parts[i].Given || parts[i + 1].Given);
                return new List<Part>([.. parts[..i], new(joined, given, true), .. parts[(i + 2)..]]);
            });

    /// <param name="others">Other names of the other child.</param>
    public static NameLikeness Between(Identity one, Identity other, OtherNames? others = null)
    {
        var (a, b) = (Of(one), Of(other));
        var best = Best(a, b);
        if (best >= NameLikeness.Similar || others is null)
            return best;
        // under a former name, or the child's own name with a parent's surname
        foreach (var former in others.Former)
            if (Best(a, Of(new Identity(Name: former))) >= NameLikeness.Similar)
                return NameLikeness.Similar;
        return best is NameLikeness.GivenName && a._parts.Where(p => !p.Given && p.Needed).All(p => IsOfParent(p, others))
            ? NameLikeness.Similar
            : best;
    }

    /// <summary>Both have one, and they are not forms of the same name.</summary>
    public static bool PatronymicsDiffer(Identity one, Identity other)
    {
        var (a, b) = (NameWord.Of(one.Patronymic), NameWord.Of(other.Patronymic));
        return a.Count > 0 && b.Count > 0 && !a.Exists(x => b.Exists(y => Likeness.Of(x, y).Score >= Alike));
    }

    private static bool IsOfParent(Part part, OtherNames others) =>
        others.Words().Any(w => w.Kind is MatchKind.ParentName && Likeness.Of(part.Word, w.Word).Score >= Likeness.Same);

    private static NameLikeness Best(ComparedNames a, ComparedNames b)
    {
        var best = Between(a._parts, b._parts);
        foreach (var joined in a._joined)
            best = Max(best, Between(joined, b._parts));
        foreach (var joined in b._joined)
            best = Max(best, Between(a._parts, joined));
        return best;
    }

    private static NameLikeness Between(List<Part> a, List<Part> b)
    {
        var best = Max(In(a, b), In(b, a));
        return best is NameLikeness.None && a.Exists(x => x.Given && b.Exists(y => y.Given && Compare(x, y) >= Likeness.Same))
            ? NameLikeness.GivenName
            : best;
    }

    private static NameLikeness Max(NameLikeness a, NameLikeness b) => a > b ? a : b;

    /// <summary>Every needed word of one name has its own counterpart in the other.</summary>
    private static NameLikeness In(List<Part> needed, List<Part> words)
    {
        var left = new List<Part>(words);
        var (errors, found) = (0, 0);
        foreach (var part in needed.Where(p => p.Needed).OrderByDescending(p => p.Given))
        {
            var best = left.Count == 0 ? default : left.MaxBy(w => Compare(part, w));
            var score = left.Count == 0 ? 0 : Compare(part, best);
            if (score < Alike)
                return NameLikeness.None;
            left.Remove(best);
            found++;
            if (score < Likeness.Same)
                errors++;
        }
        return found == 0 || errors > 1 ? NameLikeness.None
            : found == 1 ? (errors == 0 ? NameLikeness.OneWord : NameLikeness.None)
            : errors == 0 ? NameLikeness.Same
            : NameLikeness.Similar;
    }

    private static double Compare(Part a, Part b)
    {
        // Асан's son Бакыт is not Бакыт's son Асан
        if ((a.Word.OfParent && b.Given) || (b.Word.OfParent && a.Given))
            return 0;
        var likeness = Likeness.Of(a.Word, b.Word);
        return likeness.Kind switch
        {
            // a son's name and his father's surname do not count as the same word
            MatchKind.OtherForm when a.Given || b.Given => 0,
            MatchKind.TypingError when a.Given != b.Given => 0,
            // a card holds whole words
            MatchKind.Beginning => Math.Abs(a.Word.Form.Key.Length - b.Word.Form.Key.Length) == 1 ? OneLetterMore : 0,
            _ => likeness.Score,
        };
    }
}
