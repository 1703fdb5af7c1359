using Registry.Basics;

namespace Registry.Tests.Platform;

public sealed class RetryPolicyTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Pauses_double_from_a_minute_to_a_day_and_the_tries_last_for_days()
    {
        var pauses = Enumerable.Range(1, RetryPolicy.MostAttempts - 1).Select(RetryPolicy.PauseAfter).ToList();
        Assert.Equal([1, 2, 4, 8, 16], pauses.Take(5).Select(p => p.TotalMinutes));
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(TimeSpan.FromDays(1), pauses.Max());
        Assert.InRange(pauses.Sum(p => p.TotalDays), 4, 7);
        Assert.Equal(TimeSpan.FromDays(1), RetryPolicy.PauseAfter(1_000));
    }

    [Fact]
    public void The_last_failed_try_gives_up()
    {
        Assert.Equal(Start.AddMinutes(1), RetryPolicy.NextAt(1, Start));
        Assert.NotNull(RetryPolicy.NextAt(RetryPolicy.MostAttempts - 1, Start));
        Assert.Null(RetryPolicy.NextAt(RetryPolicy.MostAttempts, Start));
    }

    [Fact]
    public void Ids_of_one_process_sort_in_the_order_in_which_they_were_made()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New()).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, 0x8), (id.Version, id.Variant & 0xC)));
    }
}
