using CsCheck;
using Registry.Basics.Time;
using Registry.Platform.Model;

namespace Registry.Tests.Platform;

public sealed class WorkingCalendarTests
{
    private static readonly Lazy<WorkingCalendar> Seeded = new(() => new(1, Seed.Calendar()));

    [Theory]
    [Clause("19.1", "19.2")]
    [InlineData("2026-04-30", 1, "2026-05-11")] // nine days of May
    [InlineData("2025-12-31", 1, "2026-01-08")] // New Year
    [InlineData("2026-02-20", 1, "2026-02-23")] // 23 February is worked since 2025
    [InlineData("2026-03-19", 1, "2026-03-23")] // Orozo Ait on a Friday, Nooruz on a Saturday
    [InlineData("2024-01-26", 1, "2024-01-27")] // a Saturday that was worked
    [InlineData("2024-02-28", 2, "2024-03-01")] // 29 February
    public void Counts_working_days_by_the_calendar_of_the_country(string start, int term, string due) =>
        Assert.Equal(DateOnly.Parse(due), Seeded.Value.Add(DateOnly.Parse(start), term));

    [Fact]
    [Clause("19.1", "19.2", "19.3", "20")]
    public void Equals_a_brute_force_day_counter_for_every_day_from_1995_to_2060_and_every_statutory_term()
    {
        var exceptions = Seed.Calendar().ToDictionary();
        var compared = 0;
        for (var day = new DateOnly(1995, 1, 1); day <= new DateOnly(2060, 12, 31); day = day.AddDays(1))
            foreach (var term in StatutoryTerm.All)
            {
                Assert.Equal(BruteForce(exceptions, day, term.Length), Seeded.Value.Add(day, term.Length));
                compared++;
            }
        Assert.True(compared > 96_000);
    }

    [Fact]
    public void Equals_a_brute_force_day_counter_in_random_calendars() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 30], Gen.Select(Gen.Int[0, 3000], Gen.Bool).Array[0, 60])
            .Sample(
                (start, term, days) =>
                {
                    var exceptions = days.DistinctBy(d => d.Item1)
                        .ToDictionary(d => new DateOnly(2020, 1, 1).AddDays(d.Item1), d => d.Item2);
                    var from = new DateOnly(2020, 1, 1).AddDays(start);
                    Assert.Equal(BruteForce(exceptions, from, term), new WorkingCalendar(1, exceptions).Add(from, term));
                },
                iter: 2_000
            );

    [Fact]
    public void Says_days_left_and_days_late_in_working_days() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 15])
            .Sample(
                (start, term) =>
                {
                    var from = new DateOnly(2023, 1, 1).AddDays(start);
                    var due = Seeded.Value.Add(from, term);
                    Assert.Equal(term, Seeded.Value.DaysLeft(from, due));
                    Assert.Equal(0, Seeded.Value.DaysLeft(due, due));
                    Assert.True(Seeded.Value.DaysLeft(due.AddDays(1), due) < 0);
                },
                iter: 2_000
            );

    [Fact]
    public void Days_left_are_those_that_one_counts_day_by_day_from_1990_to_2090() =>
        Gen.Select(Gen.Int[0, 36_000], Gen.Int[-400, 400], Gen.Select(Gen.Int[0, 36_000], Gen.Bool).Array[0, 200])
            .Sample(
                (start, days, exceptions) =>
                {
                    var first = new DateOnly(1990, 1, 1);
                    var worked = exceptions.DistinctBy(d => d.Item1).ToDictionary(d => first.AddDays(d.Item1), d => d.Item2);
                    var (today, due) = (first.AddDays(start), first.AddDays(start + days));
                    var (from, to) = days < 0 ? (due, today) : (today, due);
                    var between = Enumerable
                        .Range(1, to.DayNumber - from.DayNumber)
                        .Select(from.AddDays)
                        .Count(d => worked.TryGetValue(d, out var w) ? w : d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
                    var left = new WorkingCalendar(1, worked).DaysLeft(today, due);
                    Assert.Equal(days < 0 ? Math.Min(-between, -1) : between, left);
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("2026-11-22T17:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T18:00:00Z", "2026-11-23")] // midnight in Bishkek
    [InlineData("2028-02-28T18:00:00Z", "2028-02-29")]
    public void The_day_is_the_day_in_Bishkek(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), Bishkek.DayOf(DateTimeOffset.Parse(instant).UtcDateTime));

    /// <summary>An independent implementation: walks day by day and checks the weekday rules and the exceptions each time.</summary>
    private static DateOnly BruteForce(Dictionary<DateOnly, bool> exceptions, DateOnly start, int term)
    {
        var passed = 0;
        var day = start;
        while (passed < term)
        {
            day = day.AddDays(1);
            var worked = (int)day.DayOfWeek is >= 1 and <= 5;
            if (exceptions.TryGetValue(day, out var said))
                worked = said;
            passed += worked ? 1 : 0;
        }
        return day;
    }
}

/// <summary>The calendar of an empty Base, read independently of the program's own reader.</summary>
internal static class Seed
{
    public static List<KeyValuePair<DateOnly, bool>> Calendar()
    {
        using var stream = typeof(Registry.Access.AccessModule).Assembly.GetManifestResourceStream("Registry.Access.Seed.calendar.csv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(l => l.Split(','))
                .Select(c => KeyValuePair.Create(DateOnly.Parse(c[0]), c[1] == "worked")),
        ];
    }
}
