using System.Collections.Frozen;
using System.Text;
using Registry.Basics;

namespace Registry.Access.Authentication;

/// <summary>
/// What a password may not be made of: common words in Kyrgyz, Russian and English, rows of keys, the person's own name and login. All of it is taken out, and what is left must
/// still be long enough to be a secret [15.2].
/// </summary>
internal static class PasswordRules
{
    private const int FewestDifferent = 6;
    private const int FewestOfItsOwn = 8;
    private const int ShortestRow = 4;

    /// <summary>Keys as they lie beside each other, and what people count.</summary>
    private static readonly string[] Rows =
    [
        "1234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "йцукеңнгшщзхъ",
        "йцукенгшщзхъ",
        "фывапролджэ",
        "ячсмитьбю",
        "abcdefghijklmnopqrstuvwxyz",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ];
    private static readonly string[] BothWays = [.. Rows, .. Rows.Select(r => new string([.. r.Reverse()]))];

    /// <summary>Letters that are written as digits and signs.</summary>
    private static readonly FrozenDictionary<char, char> Disguises = new Dictionary<char, char>
    {
        ['@'] = 'a',
        ['4'] = 'a',
        ['3'] = 'e',
        ['0'] = 'o',
        ['1'] = 'i',
        ['!'] = 'i',
        ['$'] = 's',
        ['5'] = 's',
        ['7'] = 't',
    }.ToFrozenDictionary();

    /// <summary>The longer ones first: of «administrator» more is taken than of «admin».</summary>
    private static readonly string[] Common =
    [
        .. EmbeddedRows.Lines(typeof(PasswordRules).Assembly, "Registry.Access.Seed.common-passwords.txt").OrderByDescending(w => w.Length),
    ];

    /// <param name="own">Login and the parts of the person's name.</param>
    /// <exception cref="DomainException"><c>password.too-simple</c> or <c>password.common</c>, 400 at the field.</exception>
    public static void Judge(string password, IEnumerable<string> own, string field)
    {
        var text = password.ToLowerInvariant();
        var names = own.Select(n => n.ToLowerInvariant()).Where(n => n.Length >= 3).OrderByDescending(n => n.Length).ToList();
        if (text.Distinct().Count() < FewestDifferent || names.Exists(n => text.Contains(n, StringComparison.Ordinal)))
            throw new DomainException("password.too-simple", 400, field);
        if (Math.Min(Left(text, names), Left(Undisguised(text), names)) < FewestOfItsOwn)
            throw new DomainException("password.common", 400, field);
    }

    /// <summary>How many characters are neither part of a word that everyone tries nor of a row of keys nor a repetition.</summary>
    private static int Left(string text, IEnumerable<string> names)
    {
        foreach (var word in Common.Concat(names))
            text = text.Replace(word, "\n", StringComparison.Ordinal);
        var left = 0;
        for (var i = 0; i < text.Length; )
        {
            var row = RowAt(text, i);
            if (row >= ShortestRow)
                i += row;
            else
            {
                if (text[i] != '\n' && !(i >= 2 && text[i] == text[i - 1] && text[i] == text[i - 2]))
                    left++;
                i++;
            }
        }
        return left;
    }

    private static int RowAt(string text, int at)
    {
        var longest = 0;
        foreach (var row in BothWays)
        {
            var from = row.IndexOf(text[at], StringComparison.Ordinal);
            var length = 0;
            while (from >= 0 && from + length < row.Length && at + length < text.Length && row[from + length] == text[at + length])
                length++;
            longest = Math.Max(longest, length);
        }
        return longest;
    }

    private static string Undisguised(string text)
    {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.Length; i++)
            plain[i] = Disguises.GetValueOrDefault(plain[i], plain[i]);
        return plain.ToString();
    }
}
