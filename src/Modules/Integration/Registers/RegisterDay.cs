using System.Globalization;
using System.Text.RegularExpressions;
using Registry.Basics.Time;

namespace Registry.Integration.Registers;

/// <summary>
/// The day that a register means, in Bishkek: xs:date and xs:dateTime in every form, and the formats that a mapping names. A day with a zone is the
/// day as written; an instant with a zone is the day it was in Bishkek: 2016-05-03T18:00:00Z is the fourth of May.
/// </summary>
internal static partial class RegisterDay
{
    /// <param name="form">The mapping's format; null for those of XML Schema.</param>
    public static DateOnly? Of(string text, string? form)
    {
        if (form is { Length: > 0 })
            return DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? InBishkek(at)
                : null;
        return
            Shape().Match(text) is { Success: true } match && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", out var day)
            ? Moved(day, match)
            : null;
    }

    private static DateOnly InBishkek(DateTime at) =>
        at.Kind is DateTimeKind.Unspecified ? new(at.Year, at.Month, at.Day) : Bishkek.DayOf(at.ToUniversalTime());

    private static DateOnly? Moved(DateOnly day, Match match)
    {
        if (!match.Groups["hour"].Success)
            return day;
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        // 24:00:00 is the end of the day, which is the beginning of the next
        var time = new TimeSpan(Number("hour"), Number("minute"), Number("second"));
        if (time > TimeSpan.FromDays(1) || Number("minute") > 59 || Number("second") > 59)
            return null;
        var at = day.ToDateTime(default) + time;
        if (!match.Groups["zone"].Success)
            return InBishkek(at);
        var zone = new TimeSpan(Number("zoneHour"), Number("zoneMinute"), 0);
        return Bishkek.DayOf(match.Groups["sign"].Value is "-" ? at + zone : at - zone);
    }

    [GeneratedRegex(
        @"^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?\s?(?<zone>Z|(?<sign>[+-])(?<zoneHour>0\d|1[0-4]):?(?<zoneMinute>[0-5]\d))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
