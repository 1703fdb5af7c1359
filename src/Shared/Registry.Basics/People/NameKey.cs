using System.Buffers;

namespace Registry.Basics.People;

/// <summary>
/// Folds a name so that its Kyrgyz, Russian, Uzbek, Uighur and Latin spellings become one key: Жыпаргүл, Жипаргуль, Джипаргуль and Zhypargul are the same child.
/// </summary>
public static class NameKey
{
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөүАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҢӨҮ"
    );
    private const string Vowels = "аәеёиіїоөуүұыэюяaeiouyäöüıéáíóúўӯӣ";

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ң'] = "н",
        ['ө'] = "о",
        ['ү'] = "у",
        ['ў'] = "у",
        ['ӯ'] = "у",
        ['ё'] = "е",
        ['є'] = "е",
        ['й'] = "и",
        ['ы'] = "и",
        ['і'] = "и",
        ['ї'] = "и",
        ['ӣ'] = "и",
        ['э'] = "е",
        ['ә'] = "а",
        ['щ'] = "ш",
        ['һ'] = "х",
        ['ҳ'] = "х",
        ['җ'] = "ж",
        ['ҷ'] = "ж",
        ['ғ'] = "г",
        ['ґ'] = "г",
        ['ҡ'] = "к",
        ['ь'] = "",
        ['ъ'] = "",
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
        ['x'] = "х",
        ['y'] = "и",
        ['z'] = "з",
        ['ä'] = "е",
        ['ə'] = "а",
        ['ö'] = "о",
        ['ü'] = "у",
        ['ş'] = "ш",
        ['š'] = "ш",
        ['ç'] = "ч",
        ['č'] = "ч",
        ['ž'] = "ж",
        ['ğ'] = "г",
        ['ı'] = "и",
        ['ñ'] = "н",
        ['ň'] = "н",
        ['ý'] = "и",
    };

    private const int LongestReplacement = 2;

    /// <summary>The same by the letter's own number: a search folds every word of every name that it looks at.</summary>
    private static readonly string?[] Replacements = [.. Enumerable.Range(0, 'ӿ' + 1).Select(c => Letters.GetValueOrDefault((char)c))];

    // the longer one first: dzh before zh
    private static readonly (string From, string To)[] LatinGroups =
    [
        ("shch", "ш"),
        ("sch", "ш"),
        ("dzh", "ж"),
        ("zh", "ж"),
        ("kh", "х"),
        ("gh", "г"),
        ("ch", "ч"),
        ("sh", "ш"),
        ("ts", "ц"),
        ("ya", "я"),
        ("ia", "иа"),
        ("yu", "ю"),
        ("iu", "иу"),
        ("yo", "ё"),
        ("ye", "е"),
        ("ng", "н"),
    ];

    /// <summary>The folded key of one word: lower case Cyrillic without look-alikes, double letters and hard-to-hear differences. Empty when nothing is left.</summary>
    public static string Fold(string word) => FoldPlain(Plain(word));

    internal static string FoldPlain(string text)
    {
        // a letter left out or drawn together can bring a group together («дьж», «ддж»), so a key is folded until it is still
        string key;
        while ((key = FoldOnce(text)) != text)
            text = key;
        return key;
    }

    /// <summary>The letters and digits of a word in lower case, one normal form and one alphabet.</summary>
    internal static string Plain(string word)
    {
        // most words are in plain letters already
        if (word.AsSpan().IndexOfAnyExcept(PlainLetters) < 0)
            return word.ToLowerInvariant();
        var text = NameText.Normalise(word);
        Span<char> letters = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                letters[count++] = char.ToLowerInvariant(c);
        return new string(letters[..count]);
    }

    private static string FoldOnce(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('a', 'z'))
            foreach (var (from, to) in LatinGroups)
                text = text.Replace(from, to, StringComparison.Ordinal);
        text = text.Replace("дж", "ж", StringComparison.Ordinal).Replace("нг", "н", StringComparison.Ordinal);
        Span<char> folded =
            text.Length <= 128 ? stackalloc char[text.Length * LongestReplacement] : new char[text.Length * LongestReplacement];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is 'я' or 'ю')
            {
                // after a consonant it only softens: Жамиля and Жамила, Гюлнара and Гүлнара
                if (i == 0 || text[i - 1] is 'ь' or 'ъ' or 'й' || Vowels.Contains(text[i - 1]))
                    count = Add(folded, count, 'и');
                count = Add(folded, count, letter is 'я' ? 'а' : 'у');
            }
            else if ((letter < Replacements.Length ? Replacements[letter] : null) is { } replacement)
                foreach (var part in replacement)
                    count = Add(folded, count, part);
            else
                count = Add(folded, count, letter);
        }
        return folded[..count].SequenceEqual(text) ? text : new string(folded[..count]);

        static int Add(Span<char> folded, int count, char part)
        {
            if (count == 0 || folded[count - 1] != part)
                folded[count++] = part;
            return count;
        }
    }

    /// <summary>The folded words of a name; уулу and кызы say whose child it is, not its name, and are left out.</summary>
    public static IReadOnlyList<string> Words(params IEnumerable<string?> names) =>
        [.. NameWord.Of(string.Join(' ', names)).Select(w => w.Form.Key).Distinct(StringComparer.Ordinal)];

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
