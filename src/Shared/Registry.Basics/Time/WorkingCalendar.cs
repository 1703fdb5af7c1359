using System.Collections.Frozen;

namespace Registry.Basics.Time;

/// <summary>
/// The five-day working week with its exceptions: days off that fall on weekdays, and Saturdays or Sundays that were worked.
/// The day of the event is day 0; a step is due before the end of its last working day in Bishkek [19, 20].
/// </summary>
public sealed class WorkingCalendar
{
    private const int Days = 60 * 366;
    private static readonly DateOnly First = new(2010, 1, 1);
    private readonly FrozenDictionary<DateOnly, bool> _isWorked;
    private readonly Lazy<int[]> _worked;

    public WorkingCalendar(int version, IEnumerable<KeyValuePair<DateOnly, bool>> isWorked)
    {
        Version = version;
        _isWorked = isWorked.ToFrozenDictionary();
        _worked = new(() => CountAll(this));
    }

    /// <summary>Version of the stored calendar that this one was read from.</summary>
    public int Version { get; }

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
        var count = WorkedUpTo(to) - WorkedUpTo(from);
        return sign < 0 && count == 0 ? -1 : sign * count;
    }

    /// <summary>Working days from the first counted day up to this one; every list needs the same few spans, so the days are counted once.</summary>
    private int WorkedUpTo(DateOnly day)
    {
        var at = day.DayNumber - First.DayNumber;
        if (at < 0)
            return -CountBetween(day, First);
        return at < Days ? _worked.Value[at] : _worked.Value[^1] + CountBetween(First.AddDays(Days - 1), day);
    }

    private static int[] CountAll(WorkingCalendar calendar)
    {
        var worked = new int[Days];
        for (var i = 1; i < Days; i++)
            worked[i] = worked[i - 1] + (calendar.IsWorkingDay(First.AddDays(i)) ? 1 : 0);
        return worked;
    }

    /// <summary>Working days after the one day up to the other.</summary>
    private int CountBetween(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            if (IsWorkingDay(day))
                count++;
        return count;
    }
}
