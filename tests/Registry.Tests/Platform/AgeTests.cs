using Registry.Basics.Time;

namespace Registry.Tests.Platform;

[Clause("22.2", "25.2")]
public sealed class AgeTests
{
    [Theory]
    [InlineData("2016-11-24", "2026-11-23", 9)]
    [InlineData("2016-11-23", "2026-11-23", 10)]
    [InlineData("2016-02-29", "2026-02-28", 9)]
    [InlineData("2016-02-29", "2026-03-01", 10)]
    [InlineData("2016-02-29", "2024-02-28", 7)]
    [InlineData("2016-02-29", "2024-02-29", 8)]
    public void Is_counted_in_full_years(string born, string day, int years) => Assert.Equal(years, Age.On(Day(born), Day(day)));

    [Theory]
    [InlineData("2000-02-29", 28, "2028-02-29")]
    [InlineData("2000-02-29", 18, "2018-03-01")]
    [InlineData("2000-02-28", 18, "2018-02-28")]
    public void Is_reached_on_the_birthday(string born, int years, string day) => Assert.Equal(Day(day), Age.Reached(Day(born), years));

    [Fact]
    public void All_ways_of_counting_agree_on_every_day_around_a_leap_day()
    {
        for (var born = new DateOnly(2003, 12, 1); born < new DateOnly(2004, 4, 1); born = born.AddDays(1))
            foreach (var years in new[] { 7, 14, 18, 28 })
                for (var day = born.AddYears(years).AddDays(-3); day <= born.AddYears(years).AddDays(3); day = day.AddDays(1))
                {
                    Assert.Equal(Age.On(born, day) >= years, Age.Reached(born, years) <= day);
                    Assert.Equal(Age.On(born, day) >= years, born <= Age.BornBy(day, years));
                }
    }

    [Fact]
    [Clause("21")]
    public void A_paper_printed_at_night_bears_the_day_in_Bishkek() =>
        Assert.StartsWith(
            "P-20261123-",
            DocumentNumber.Of("P-", Registry.Basics.Ids.New(), new(2026, 11, 22, 18, 30, 0, DateTimeKind.Utc)),
            StringComparison.Ordinal
        );

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
