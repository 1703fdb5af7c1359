using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Registry.Basics.People;

/// <summary>
/// How a name is kept: one normal form, one alphabet in a word, one kind of hyphen and apostrophe. What official data and keyboards mix up becomes the letter that was
/// meant: a Latin letter that looks like a Cyrillic one, ӊ for ң, Kazakh қ and ұ.
/// </summary>
public static class NameText
{
    public const char Apostrophe = '’';

    private static readonly FrozenDictionary<char, char> Meant = Pairs("ӊӉқҚұҰ", "ңҢкКүҮ");
    private static readonly FrozenDictionary<char, char> ToCyrillic = Pairs("aceopxykmtbhöAaBCEHKMOPTXYÖ", "асеорхукмтвнөАаВСЕНКМОРТХУӨ");
    private static readonly FrozenDictionary<char, char> ToLatin = Pairs("асеорхукмтіһАВСЕНКМОРТХУІ", "aceopxykmtihABCEHKMOPTXYI");

    /// <summary>The name in its normal form; empty when nothing is left of it.</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var result = new StringBuilder(text.Length);
        var word = new StringBuilder();
        foreach (var c in Composed(text))
            if (IsOfWord(c))
                word.Append(IsApostrophe(c) ? Apostrophe : Meant.GetValueOrDefault(c, c));
            else
            {
                Flush(word, result);
                Separate(result, c);
            }
        Flush(word, result);
        return result.ToString().Trim(' ', '-');
    }

    /// <summary>Letters, digits, marks above or below them, and the apostrophes of o‘ and g‘: whatever does not end a word.</summary>
    public static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c) || IsApostrophe(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    public static bool IsApostrophe(char c) => c is '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʻ' or 'ʼ' or 'ʹ' or 'ˈ' or '′';

    /// <summary>Normal form C; half a character, as a broken sender leaves it, is dropped, for it cannot be normalised.</summary>
    private static string Composed(string text) =>
        (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.Where(c => !char.IsSurrogate(c))) : text).Normalize(
            NormalizationForm.FormC
        );

    private static void Separate(StringBuilder result, char c)
    {
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.DashPunctuation)
            c = '-';
        else if (char.IsWhiteSpace(c))
            c = ' ';
        else if (category is UnicodeCategory.Control or UnicodeCategory.Format)
            return;
        // one space at most, and none around a hyphen
        if (c is '-' && result is [.., ' '])
            result.Length--;
        if (c is ' ' or '-' && result is [] or [.., ' ' or '-'])
            return;
        result.Append(c);
    }

    private static void Flush(StringBuilder word, StringBuilder result)
    {
        if (word.Length > 0)
            result.Append(OneAlphabet(word.ToString()));
        word.Clear();
    }

    /// <summary>A word in two alphabets was meant in the one that has more letters of its own; the others only look like its letters.</summary>
    private static string OneAlphabet(string word)
    {
        if (!word.Any(IsCyrillic) || !word.Any(IsLatin))
            return word;
        var latin = word.Count(c => IsLatin(c) && !ToCyrillic.ContainsKey(c)) > word.Count(c => IsCyrillic(c) && !ToLatin.ContainsKey(c));
        var meant = latin ? ToLatin : ToCyrillic;
        // in a Uighur word the Latin h is its own letter
        var isUighur = !latin && word.AsSpan().ContainsAny("әҗӘҖ");
        return string.Concat(word.Select(c => isUighur && c is 'h' ? 'һ' : meant.GetValueOrDefault(c, c)));
    }

    public static bool IsCyrillic(char c) => c is >= 'Ѐ' and <= 'ԯ';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (c is >= 'À' and <= 'ɏ' && char.IsLetter(c));

    private static FrozenDictionary<char, char> Pairs(string from, string to) =>
        from.Zip(to).DistinctBy(p => p.First).ToFrozenDictionary(p => p.First, p => p.Second);
}
