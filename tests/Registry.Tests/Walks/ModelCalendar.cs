namespace Registry.Tests.Walks;

/// <summary>Working days as clause 19 counts them: the day of the event is day 0. The model's own implementation.</summary>
internal sealed class ModelCalendar(IEnumerable<(DateOnly Date, bool Worked)> exceptions)
{
    private readonly Dictionary<DateOnly, bool> _exceptions = exceptions.ToDictionary(e => e.Date, e => e.Worked);

    public bool Works(DateOnly day) =>
        _exceptions.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public void DayOff(DateOnly day) => _exceptions[day] = false;

    public DateOnly After(DateOnly from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            days -= Works(from) ? 1 : 0;
        }
        return from;
    }
}
