using System.Text;
using System.Text.RegularExpressions;

namespace Registry.Basics;

/// <summary>
/// Numbers and codes that the Base gives, as people copy them from a paper: in lower case, in groups, with Cyrillic letters that look or sound alike, with any dash or none.
/// </summary>
public static partial class WrittenNumber
{
    /// <summary>41702205-2026-000123</summary>
    public static string? Case(string text) =>
        CaseShape().Match(Plain(text)) is { Success: true } m ? $"{m.Groups[1]}-{m.Groups[2]}-{m.Groups[3]}" : null;

    /// <summary>S-41702205-2026-000123</summary>
    public static string? Signal(string text) =>
        // a Cyrillic С looks like a C
        Plain(text) is ['S' or 'C', .. var rest]
        && Case(rest) is { } number
            ? $"S-{number}"
            : null;

    /// <summary>P-20261123-0123456789AB, or R- of a statistical report.</summary>
    public static string? Paper(string text) =>
        PaperShape().Match(Plain(text)) is { Success: true } m ? $"{m.Groups[1]}-{m.Groups[2]}-{Code(m.Groups[3].Value)}" : null;

    /// <summary>A personal or passport number of another state: upper case, without groups; look-alike letters are one. Null when too short or without a digit.</summary>
    public static string? Foreign(string? text) =>
        Plain(text ?? "") is { Length: >= 4 } plain && plain.Any(char.IsAsciiDigit) ? plain : null;

    /// <summary>A code of hexadecimal digits as it is kept: upper case, without groups.</summary>
    public static string Code(string text) =>
        string.Concat(
            Plain(text)
                .Select(c =>
                    c switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => c,
                    }
                )
        );

    /// <summary>Upper-case Latin letters and digits only.</summary>
    private static string Plain(string text)
    {
        const string cyrillic = "АВСЕНКМОРТХУІЅДФЛПБ";
        const string latin = "ABCEHKMOPTXYISDFLPB";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var upper = char.ToUpperInvariant(c);
            var at = cyrillic.IndexOf(upper, StringComparison.Ordinal);
            if (at >= 0)
                plain.Append(latin[at]);
            else if (char.IsAsciiLetterOrDigit(upper))
                plain.Append(upper);
        }
        return plain.ToString();
    }

    [GeneratedRegex("^([0-9]{8})([0-9]{4})([0-9]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex CaseShape();

    [GeneratedRegex("^([PR])([0-9]{8})([0-9A-FOIL]{12})$", RegexOptions.CultureInvariant)]
    private static partial Regex PaperShape();
}
