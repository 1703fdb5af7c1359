using System.Collections.Frozen;
using System.Text;

namespace Registry.Kernel.People;

/// <summary>
/// Folds a name so that its Kyrgyz, Russian and Latin spellings become one key: Жыпаргүл, Жипаргуль, Джипаргуль and Zhypargul are the same child.
/// </summary>
public static class NameKey
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ң'] = "н",
        ['ӊ'] = "н",
        ['ө'] = "о",
        ['ү'] = "у",
        ['ұ'] = "у",
        ['қ'] = "к",
        ['ё'] = "е",
        ['й'] = "и",
        ['ы'] = "и",
        ['э'] = "е",
        ['ь'] = "",
        ['ъ'] = "",
        ['я'] = "иа",
        ['ю'] = "иу",
        ['a'] = "а",
        ['b'] = "б",
        ['c'] = "к",
        ['d'] = "д",
        ['e'] = "е",
        ['f'] = "ф",
        ['g'] = "г",
        ['h'] = "х",
        ['i'] = "и",
        ['j'] = "ж",
        ['k'] = "к",
        ['l'] = "л",
        ['m'] = "м",
        ['n'] = "н",
        ['o'] = "о",
        ['p'] = "п",
        ['q'] = "к",
        ['r'] = "р",
        ['s'] = "с",
        ['t'] = "т",
        ['u'] = "у",
        ['v'] = "в",
        ['w'] = "в",
        ['x'] = "кс",
        ['y'] = "и",
        ['z'] = "з",
        ['ö'] = "о",
        ['ü'] = "у",
        ['ş'] = "ш",
        ['ç'] = "ч",
        ['ı'] = "и",
        ['ñ'] = "н",
    };

    private const int LongestReplacement = 2;

    /// <summary>The same by the letter's own number: a search folds every word of every name that it looks at.</summary>
    private static readonly string?[] Replacements = [.. Enumerable.Range(0, 'ӿ' + 1).Select(c => Letters.GetValueOrDefault((char)c))];

    // the longer one first: dzh before zh
    private static readonly (string From, string To)[] LatinGroups =
    [
        ("dzh", "ж"),
        ("zh", "ж"),
        ("kh", "х"),
        ("ch", "ч"),
        ("sh", "ш"),
        ("ts", "ц"),
        ("ya", "иа"),
        ("ia", "иа"),
        ("yu", "иу"),
        ("iu", "иу"),
        ("ng", "н"),
    ];

    private static readonly FrozenDictionary<char, char> CyrillicLookAlikes = new Dictionary<char, char>
    {
        ['a'] = 'а',
        ['c'] = 'с',
        ['e'] = 'е',
        ['o'] = 'о',
        ['p'] = 'р',
        ['x'] = 'х',
        ['y'] = 'у',
        ['h'] = 'н',
        ['k'] = 'к',
        ['m'] = 'м',
        ['t'] = 'т',
        ['b'] = 'в',
    }.ToFrozenDictionary();

    /// <summary>The folded key of one word: lower case Cyrillic without look-alikes, double letters and hard-to-hear differences. Empty when nothing is left.</summary>
    public static string Fold(string word)
    {
        var text = Plain(word);
        if (text.AsSpan().ContainsAnyInRange('Ѐ', 'ӿ') && text.AsSpan().ContainsAnyInRange('a', 'z'))
            // Latin letters inside a Cyrillic word are look-alikes, not another spelling
            text = string.Concat(text.Select(c => CyrillicLookAlikes.GetValueOrDefault(c, c)));
        // a letter left out or drawn together can bring a group together («дьж», «ддж»), so a key is folded until it is still
        string key;
        while ((key = FoldOnce(text)) != text)
            text = key;
        return key;
    }

    /// <summary>The letters and digits of a word in lower case and one normal form.</summary>
    private static string Plain(string word)
    {
        Span<char> letters = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var count = 0;
        // letters first: Normalize refuses what is no character at all
        foreach (var c in word)
            if (char.IsLetterOrDigit(c))
                letters[count++] = c;
        var text = new string(letters[..count]);
        // every letter of the Latin and Cyrillic blocks stands for itself: only rarer ones have another form
        if (text.AsSpan().ContainsAnyExceptInRange('0', 'ӿ'))
            text = text.Normalize(NormalizationForm.FormC);
        return text.ToLowerInvariant();
    }

    private static string FoldOnce(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('a', 'z'))
            foreach (var (from, to) in LatinGroups)
                text = text.Replace(from, to, StringComparison.Ordinal);
        text = text.Replace("дж", "ж", StringComparison.Ordinal);
        Span<char> folded =
            text.Length <= 128 ? stackalloc char[text.Length * LongestReplacement] : new char[text.Length * LongestReplacement];
        var count = 0;
        foreach (var letter in text)
            if ((letter < Replacements.Length ? Replacements[letter] : null) is { } replacement)
                foreach (var part in replacement)
                    count = Add(folded, count, part);
            else
                count = Add(folded, count, letter);
        return folded[..count].SequenceEqual(text) ? text : new string(folded[..count]);

        static int Add(Span<char> folded, int count, char part)
        {
            if (count == 0 || folded[count - 1] != part)
                folded[count++] = part;
            return count;
        }
    }

    /// <summary>The folded words of a name; the endings уулу and кызы (улу, кизи when folded) say whose child it is, not its name, and are left out.</summary>
    public static IReadOnlyList<string> Words(params IEnumerable<string?> names) =>
        [
            .. names
                .SelectMany(n => (n ?? "").Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries))
                .Select(Fold)
                .Where(IsOfAName)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A folded word that names somebody.</summary>
    public static bool IsOfAName(string folded) => folded.Length > 0 && folded is not ("улу" or "кизи");

    /// <summary>True when one insertion, deletion, exchange or swap of neighbours at most lies between two words: <see cref="Distance"/> up to one, without its table.</summary>
    public static bool OneErrorApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return OneErrorApart(b, a);
        if (b.Length - a.Length > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restA.Length < restB.Length)
            return restA.SequenceEqual(restB[1..]);
        return restA.Length <= 1
            || restA[1..].SequenceEqual(restB[1..])
            || (restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, exchanges and swapped neighbours count one each.</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = a[i - 1] == b[j - 1] ? 0 : 1;
            rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
        }
        return rows[a.Length, b.Length];
    }
}
