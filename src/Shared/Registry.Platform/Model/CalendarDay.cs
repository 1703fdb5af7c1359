using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>An exception from the five-day week, edited by the administrator.</summary>
[NoSubject("days")]
public sealed class CalendarDay
{
    public DateOnly Date { get; init; }

    /// <summary>True for a weekend day that is worked; false for a day off.</summary>
    public bool Worked { get; set; }

    /// <summary>The day awaits the yearly decision (Orozo Ait, Kurman Ait).</summary>
    public bool Estimated { get; set; }
    public required string NameKy { get; set; }
    public required string NameRu { get; set; }
    public required string NameEn { get; set; }
}

/// <summary>Each saved change of the calendar makes a version; deadlines say by which version they were counted.</summary>
[NoSubject("counters")]
public sealed class CalendarVersion
{
    public int Version { get; init; }
    public DateTime At { get; init; }
    public Guid? By { get; init; }
}
