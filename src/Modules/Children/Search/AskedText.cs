using System.Globalization;
using System.Text.RegularExpressions;
using Registry.Basics;
using Registry.Basics.People;

namespace Registry.Children.Search;

/// <summary>How a typed text was interpreted.</summary>
internal enum AskedKind
{
    Name,

    /// <summary>A name typed with the other keyboard layout.</summary>
    NameInOtherLayout,
    NameUnknown,
    Pin,
    BirthDate,
    BirthYear,
    Phone,
    CaseNumber,
    SignalNumber,
    PaperNumber,

    /// <summary>A statistical report's number: there is no child behind it.</summary>
    ReportNumber,

    /// <summary>A personal or passport number issued by another state.</summary>
    ForeignNumber,

    /// <summary>Digits or signs that are none of these.</summary>
    Unclear,
}

/// <param name="Text">The form used for the search.</param>
internal sealed record Asked(AskedKind Kind, string Text);

/// <summary>Parses the search box: numbers of cases, signals and papers, personal numbers, telephones, birth dates; the rest is a name.</summary>
internal static partial class AskedText
{
    private const int Oldest = 1990;
    private static readonly string[] DateShapes = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "yyyy-M-d", "yyyy.M.d", "ddMMyyyy", "d.M.yy"];

    private static readonly HashSet<string> NoName =
    [
        .. new[]
        {
            "аты белгисиз",
            "аты-жөнү белгисиз",
            "белгисиз",
            "атсыз",
            "имя неизвестно",
            "неизвестно",
            "неизвестный",
            "неизвестная",
            "неизвестный ребёнок",
            "без имени",
            "name unknown",
            "unknown",
            "no name",
            "nameless",
        }.Select(Folded),
    ];

    public static List<Asked> Parse(string text, DateOnly today)
    {
        var asked = new List<Asked>();
        var rest = Take(
            text,
            PaperShape(),
            WrittenNumber.Paper,
            number => number[0] is 'R' ? AskedKind.ReportNumber : AskedKind.PaperNumber
        );
        rest = Take(rest, SignalShape(), WrittenNumber.Signal, _ => AskedKind.SignalNumber);
        rest = Take(rest, CaseShape(), WrittenNumber.Case, _ => AskedKind.CaseNumber);
        // next to a number, words only say what it is: «дело №», «билдирүү»
        if (asked.Count > 0)
            return asked;
        rest = Take(rest, ForeignShape(), WrittenNumber.Foreign, _ => AskedKind.ForeignNumber);
        rest = NumberRun()
            .Replace(
                rest,
                run =>
                {
                    asked.AddRange(Numbers(run.Value, today));
                    return " ";
                }
            );
        if (NoName.Contains(Folded(rest)))
            asked.Add(new(AskedKind.NameUnknown, ""));
        else if (rest.Any(char.IsLetter))
            asked.Add(new(AskedKind.Name, rest.Trim()));
        else if (rest.Trim() is { Length: > 0 } signs && asked.Count == 0)
            asked.Add(new(AskedKind.Unclear, signs));
        // a year alone cannot find a child
        if (asked is [{ Kind: AskedKind.BirthYear } year])
            return [year with { Kind = AskedKind.Unclear }];
        return asked;

        string Take(string from, Regex shape, Func<string, string?> read, Func<string, AskedKind> kind) =>
            shape.Replace(
                from,
                match =>
                {
                    if (read(match.Value) is not { } number)
                        return match.Value;
                    asked.Add(new(kind(number), number));
                    return " ";
                }
            );
    }

    /// <summary>One number, or several adjacent ones, the longest reading first; anything unreadable makes the whole unclear.</summary>
    private static IEnumerable<Asked> Numbers(string run, DateOnly today)
    {
        var groups = run.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var read = new List<Asked>();
        for (var from = 0; from < groups.Length; )
        {
            var longest = Enumerable
                .Range(from + 1, groups.Length - from)
                .Reverse()
                .Select(to => (To: to, Number: Number(string.Join(' ', groups[from..to]).Trim('.', '-', '/'), today)))
                .FirstOrDefault(n => n.Number is not null);
            if (longest.Number is null)
                return [new(AskedKind.Unclear, run.Trim())];
            read.Add(longest.Number);
            from = longest.To;
        }
        return read;
    }

    private static Asked? Number(string text, DateOnly today)
    {
        if (
            DateOnly.TryParseExact(
                text.Replace(" ", "", StringComparison.Ordinal),
                DateShapes,
                CultureInfo.InvariantCulture,
                default,
                out var day
            )
            && day.Year >= Oldest
            && day <= today
        )
            return new(AskedKind.BirthDate, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            Pin.Length when Pin.IsValid(digits, today) => new(AskedKind.Pin, digits),
            4 when digits == text && int.Parse(digits, CultureInfo.InvariantCulture) is var year && year >= Oldest && year <= today.Year =>
                new(AskedKind.BirthYear, digits),
            // from nine national digits up to country code and trunk prefix
            (>= 9 and <= 12)
            or 14 when (digits.Length < 14 || digits.StartsWith("00", StringComparison.Ordinal)) && Phone.Key(text) is { } phone => new(
                AskedKind.Phone,
                phone
            ),
            _ => null,
        };
    }

    private static string Folded(string text) => string.Join(' ', NameWord.Of(text).Select(w => w.Form.Key));

    private const string Gap = @"[\s\-‐-―.]*";

    [GeneratedRegex(
        @"(?<![\p{L}\d])[PRПР]" + Gap + @"\d{8}" + Gap + @"(?:[\dA-FАВСДЕФOОIL]" + Gap + @"){12}(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PaperShape();

    [GeneratedRegex(
        @"(?<![\p{L}\d])[SСC]" + Gap + @"\d{8}" + Gap + @"\d{4}" + Gap + @"\d{6}(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SignalShape();

    [GeneratedRegex(@"(?<!\d)\d{8}" + Gap + @"\d{4}" + Gap + @"\d{6}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CaseShape();

    // a few letters joined with many digits: no name looks like that
    [GeneratedRegex(@"(?<![\p{L}\d])\p{L}{1,3}-?\d{4}[\p{L}\d\-/]{1,30}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignShape();

    [GeneratedRegex(@"\+?\(?\d[\d\s\-‐-―.()/+]*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberRun();
}
