using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Registry.Platform.Data;

/// <summary>
/// The order of names on screen: the Kyrgyz alphabet, which holds the Russian one in its order, Ё Ң Ө Ү in their places, then Latin letters. A key that any database and any
/// machine orders alike is beside the name: a database's own collation knows neither Ң nor Ө, and a newer one would order otherwise than the pages before it.
/// </summary>
public static class Alphabet
{
    /// <summary>Letters of the neighbors' alphabets sort beside the letter that they were made of.</summary>
    private const string Cyrillic = "аәбвгғдеёжҗзийікқлмнңоөпрстуүұўфхһцчшщъыьэюя";
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    internal const string KeyAnnotation = "Registry:AlphabetKey";

    /// <summary>Code by code, as SQLite compares texts.</summary>
    internal const string ServerCollation = "Latin1_General_BIN2";

    private static readonly FrozenDictionary<char, char> Places = Cyrillic
        .Select((letter, at) => (letter, Place: (char)('А' + at)))
        .Concat(Latin.Select((letter, at) => (letter, Place: (char)('Ԁ' + at))))
        .ToFrozenDictionary(p => p.letter, p => p.Place);

    /// <summary>Orders by code as the name is ordered by the alphabet: without case, quotes and accents, № 5 before № 12.</summary>
    public static string Key(string? name)
    {
        var key = new StringBuilder(name?.Length ?? 0);
        var text = (name ?? "").Normalize(NormalizationForm.FormC);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            if (char.IsAsciiDigit(letter))
                i += Number(text.AsSpan(i), key) - 1;
            else if (Places.TryGetValue(letter, out var place) || Places.TryGetValue(Plain(letter), out place))
                key.Append(place);
            else if (key.Length > 0 && key[^1] is not ' ' && (char.IsWhiteSpace(letter) || letter is '-' or '–' or '—'))
                key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }

    public static IComparer<string?> Comparer { get; } =
        Comparer<string?>.Create(
            (a, b) => string.CompareOrdinal(Key(a), Key(b)) is not 0 and var order ? order : string.CompareOrdinal(a, b)
        );

    /// <summary>A column that holds keys of names of this length.</summary>
    public static void IsAlphabetKey(this PropertyBuilder<string> column, int length) =>
        // a number is longer by its length
        column.HasMaxLength(2 * length).HasAnnotation(KeyAnnotation, true);

    /// <summary>A shorter number first: its length precedes its digits.</summary>
    private static int Number(ReadOnlySpan<char> text, StringBuilder key)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        var digits = text[..length].TrimStart('0');
        key.Append((char)('0' + Math.Min(digits.Length, 9))).Append(digits);
        return length;
    }

    private static char Plain(char letter) =>
        letter.ToString().Normalize(NormalizationForm.FormD)[0] is var plain
        && CharUnicodeInfo.GetUnicodeCategory(plain) is UnicodeCategory.LowercaseLetter
            ? plain
            : letter;
}
