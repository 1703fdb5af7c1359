using System.Collections.Frozen;

namespace Registry.Kernel.Time;

/// <summary>
/// The five-day working week with its exceptions: days off that fall on weekdays, and Saturdays or Sundays that were worked.
/// The day of the event is day 0; a step is due before the end of its last working day in Bishkek [19, 20].
/// </summary>
public sealed class WorkingCalendar(int version, IEnumerable<KeyValuePair<DateOnly, bool>> isWorked)
{
    private readonly FrozenDictionary<DateOnly, bool> _isWorked = isWorked.ToFrozenDictionary();

    /// <summary>Version of the stored calendar that this one was read from.</summary>
    public int Version { get; } = version;

    public bool IsWorkingDay(DateOnly day) =>
        _isWorked.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day on which <paramref name="workingDays"/> working days have passed since <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The term is not positive.</exception>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workingDays);
        var day = start;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>Working days left until the due day: 0 on the day itself, negative when late.</summary>
    public int DaysLeft(DateOnly today, DateOnly dueOn)
    {
        var (from, to, sign) = today <= dueOn ? (today, dueOn, 1) : (dueOn, today, -1);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day))
                count++;
        return sign < 0 && count == 0 ? -1 : sign * count;
    }
}
