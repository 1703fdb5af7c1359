namespace Registry.Basics.Time;

public static class Days
{
    /// <summary>The same day so many years later; the last day that there is, where it would lie beyond: a request may name any day.</summary>
    public static DateOnly YearsLater(this DateOnly day, int years) =>
        day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);
}
