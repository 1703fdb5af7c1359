namespace Registry.Basics.Time;

/// <summary>The day in Bishkek: UTC+6 without daylight saving, whatever time zone the process runs in.</summary>
public static class Bishkek
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(6);

    /// <summary>For schedules that people read on a clock in Bishkek.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

#pragma warning disable RS0030 // the one place that knows the offset
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);
#pragma warning restore RS0030

    /// <summary>The instant at which a day begins in Bishkek.</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(default, DateTimeKind.Utc) - Offset;

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.Utc());

    /// <summary>The instant as stored: UTC <see cref="DateTime"/> (SQLite cannot order DateTimeOffset).</summary>
    public static DateTime Utc(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
