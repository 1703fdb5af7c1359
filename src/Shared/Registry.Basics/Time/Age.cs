namespace Registry.Basics.Time;

/// <summary>A person's age in full years. Who was born on 29 February is a year older on 1 March where there is no such day.</summary>
public static class Age
{
    public static int On(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return day < Reached(born, years) ? years - 1 : years;
    }

    /// <summary>The first day on which somebody is so many years old; the last day that there is, where it would lie beyond.</summary>
    public static DateOnly Reached(DateOnly born, int years)
    {
        var day = born.YearsLater(years);
        return born.Day == 29 && day.Day == 28 ? day.AddDays(1) : day;
    }

    /// <summary>The latest birth date of those who are so many years old on a day: for conditions in a database.</summary>
    public static DateOnly BornBy(DateOnly day, int years) => day.AddYears(-years);
}
