using System.Globalization;
using Cronos;
using Registry.Web;

namespace Registry.Access.Jobs;

/// <summary>A cron expression of five fields in plain words.</summary>
internal static class CronWords
{
    /// <summary>Null when it is not a cron expression.</summary>
    public static CronExpression? Parse(string? cron) =>
        cron is not null && CronExpression.TryParse(cron.Trim(), CronFormat.Standard, out var expression) ? expression : null;

    public static string Say(Texts texts, string language, string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [var minute, var hour, var day, "*", var weekday])
            return texts.Say(language, "cron.other");
        string Words(string key, params (string Name, object? Value)[] values) =>
            texts.Say(language, $"cron.{key}", values.ToDictionary(v => v.Name, v => v.Value));
        var everyDay = (day, weekday) is ("*", "*");
        return (Step(minute), Step(hour), Number(minute), Number(hour)) switch
        {
            _ when everyDay && (minute, hour) is ("*", "*") => Words("every-minute"),
            ({ } n, _, _, _) when everyDay && hour == "*" => Words("every-minutes", ("n", n)),
            (_, _, { } m, _) when everyDay && hour == "*" => Words("every-hour", ("minute", $"{m:00}")),
            (_, { } n, { } m, _) when everyDay => Words("every-hours", ("n", n), ("minute", $"{m:00}")),
            (_, _, { } m, { } h) when everyDay => Words("every-day", ("time", $"{h:00}:{m:00}")),
            (_, _, { } m, { } h) when day == "*" && Days(texts, language, weekday) is { } days => Words(
                "weekly",
                ("days", days),
                ("time", $"{h:00}:{m:00}")
            ),
            (_, _, { } m, { } h) when weekday == "*" && Number(day) is { } d => Words("monthly", ("day", d), ("time", $"{h:00}:{m:00}")),
            _ => Words("other"),
        };
    }

    /// <summary>The next runs, as seen on a clock in Bishkek.</summary>
    public static IReadOnlyList<DateTime> Next(CronExpression cron, DateTime nowUtc, TimeZoneInfo zone, int count) =>
        [.. cron.GetOccurrences(nowUtc, nowUtc.AddYears(1), zone).Take(count).Select(at => TimeZoneInfo.ConvertTimeFromUtc(at, zone))];

    /// <summary>True when, over the next year, the time between two runs is never longer.</summary>
    public static bool RunsWithin(CronExpression cron, TimeSpan longest, DateTime nowUtc, TimeZoneInfo zone)
    {
        var (last, end) = (nowUtc, nowUtc.AddYears(1));
        foreach (var at in cron.GetOccurrences(nowUtc, end, zone))
        {
            if (at - last > longest)
                return false;
            last = at;
        }
        return end - last <= longest;
    }

    private static int? Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static int? Step(string field) => field.StartsWith("*/", StringComparison.Ordinal) ? Number(field[2..]) : null;

    private static string? Days(Texts texts, string language, string field)
    {
        var range = field.Split('-');
        var days =
            range is [var a, var b] && Number(a) is { } from && Number(b) is { } to && from <= to
                ? [.. Enumerable.Range(from, to - from + 1).Select(d => (int?)d)]
                : field.Split(',').Select(Number).ToList();
        return days.Contains(null) ? null : string.Join(", ", days.Select(d => texts.Say(language, $"cron.weekday-{d % 7}")));
    }
}
