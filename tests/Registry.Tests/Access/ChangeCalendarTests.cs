using System.Net;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("19.1", "19.2")]
public sealed class ChangeCalendarTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await host.SignedInAsync("admin");

    private async Task<(int Version, List<object> Days)> YearAsync()
    {
        var year = await _admin.GetAsync("/api/access/calendar/2026").JsonAsync();
        return (year.GetProperty("version").GetInt32(), [.. year.GetProperty("days").EnumerateArray().Select(d => (object)d)]);
    }

    private static object DayOff(string date) =>
        new
        {
            date,
            worked = false,
            estimated = false,
            nameKy = "Кошумча дем алыш",
            nameRu = "Дополнительный выходной",
            nameEn = "Extra day off",
        };

    [Fact]
    public async Task A_decree_that_moves_a_day_off_shows_first_which_deadlines_move_and_then_moves_them_and_says_so()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (version, days) = await YearAsync();
        days.Add(DayOff("2026-11-24"));
        var before = await _admin.PostAsync("/api/access/calendar/2026/preview", new { days }).JsonAsync();
        var signal = await holder.RegisterAsync();
        Assert.Equal("2026-11-25", signal.Text("dueOn"));

        var preview = await _admin.PostAsync("/api/access/calendar/2026/preview", new { days }).JsonAsync();
        Assert.Equal(before.GetProperty("count").GetInt32() + 1, preview.GetProperty("count").GetInt32());
        Assert.All(preview.GetProperty("first").EnumerateArray(), m => Assert.NotEqual(m.Text("from"), m.Text("to")));
        Assert.Equal(version, (await YearAsync()).Version);

        await _admin
            .PostAsync(
                "/api/access/calendar/2026",
                new
                {
                    seenVersion = version,
                    days,
                    confirm = "2026",
                }
            )
            .JsonAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(default);
        var deadline = (await holder.GetAsync($"/api/children/signals/{signal.Id()}").JsonAsync()).GetProperty("deadlines")[0];
        Assert.Equal("2026-11-26", deadline.Text("dueOn"));
        Assert.Equal(version + 1, deadline.GetProperty("calendarVersion").GetInt32());
        Assert.Equal("2026-11-25", deadline.GetProperty("moves")[0].Text("from"));
    }

    [Fact]
    [Clause("15.4")]
    public async Task The_preview_counts_the_done_steps_that_would_be_judged_anew()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var (_, days) = await YearAsync();
        days.Add(DayOff("2026-11-24"));
        async Task<(int Running, int Judged)> PreviewAsync()
        {
            var preview = await _admin.PostAsync("/api/access/calendar/2026/preview", new { days }).JsonAsync();
            return (preview.GetProperty("count").GetInt32(), preview.GetProperty("judged").GetInt32());
        }
        var before = await PreviewAsync();
        await holder
            .PostAsync(
                $"/api/children/signals/{signal}/close-unfounded",
                new { reason = "not-confirmed", note = "x" },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .NothingAsync();
        Assert.Equal((before.Running - 1, before.Judged + 1), await PreviewAsync());
        // the same days: nothing moves and nothing is re-evaluated
        days.RemoveAt(days.Count - 1);
        Assert.Equal((0, 0), await PreviewAsync());
    }

    [Fact]
    public async Task Refuses_to_overwrite_the_change_of_another_administrator()
    {
        var (version, days) = await YearAsync();
        await _admin
            .PostAsync(
                "/api/access/calendar/2026",
                new
                {
                    seenVersion = version,
                    days,
                    confirm = "2026",
                }
            )
            .JsonAsync();
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (
                await _admin.PostAsync(
                    "/api/access/calendar/2026",
                    new
                    {
                        seenVersion = version,
                        days,
                        confirm = "2026",
                    }
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task Refuses_a_day_twice_a_day_of_another_year_and_a_worked_weekday()
    {
        var (version, days) = await YearAsync();
        async Task<string> CodeAsync(params object[] more) =>
            (
                await _admin
                    .PostAsync(
                        "/api/access/calendar/2026",
                        new
                        {
                            seenVersion = version,
                            days = days.Concat(more),
                            confirm = "2026",
                        }
                    )
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).ToString();
        Assert.Contains("calendar.day-doubled", await CodeAsync(DayOff("2026-11-24"), DayOff("2026-11-24")), StringComparison.Ordinal);
        Assert.Contains("calendar.day-of-other-year", await CodeAsync(DayOff("2027-11-24")), StringComparison.Ordinal);
        Assert.Contains(
            "calendar.worked-on-weekday",
            await CodeAsync(
                new
                {
                    date = "2026-11-24",
                    worked = true,
                    estimated = false,
                    nameKy = "x",
                    nameRu = "x",
                    nameEn = "x",
                }
            ),
            StringComparison.Ordinal
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
