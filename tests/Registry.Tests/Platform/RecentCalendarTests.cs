using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>The calendar for days left is read once and compared with the stored version every few seconds.</summary>
[Clause("15.4")]
public sealed class RecentCalendarTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    private async Task<WorkingCalendar> RecentAsync() => await _host.Service<StatutoryClock>().RecentCalendarAsync(default);

    /// <summary>Another host creates a version.</summary>
    private Task<int> ChangeAsync() =>
        _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            var version = await db.CalendarVersions.MaxAsync(v => v.Version) + 1;
            db.CalendarVersions.Add(new CalendarVersion { Version = version });
            await db.SaveChangesAsync();
            return version;
        });

    [Fact]
    public async Task A_change_of_another_host_is_shown_when_the_calendar_is_compared_again()
    {
        var shown = await RecentAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Same(shown, await RecentAsync());
        var changed = await ChangeAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Same(shown, await RecentAsync());
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(changed, (await RecentAsync()).Version);
    }

    [Fact]
    public async Task Open_steps_are_counted_anew_a_portion_at_a_time()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        for (var i = 0; i < 3; i++)
            await holder.RegisterAsync();
        await ChangeAsync();
        Task<int> PortionAsync(int portion) =>
            _host.InScopeAsync(s =>
                _host.Service<StatutoryClock>().RecountAsync(s.GetRequiredService<PlatformDbContext>(), portion, default)
            );
        Assert.Equal(2, await PortionAsync(2));
        Assert.NotEqual(0, await PortionAsync(int.MaxValue));
        Assert.Equal(0, await PortionAsync(2));
    }

    [Fact]
    [Clause("19.3")]
    public async Task A_day_corrected_to_the_same_day_moves_nothing() =>
        await _host.InScopeAsync(async s =>
        {
            var (db, clock) = (s.GetRequiredService<PlatformDbContext>(), _host.Service<StatutoryClock>());
            var monday = new DateOnly(2026, 11, 23);
            var about = new DeadlineSubject(Registry.Basics.Ids.New(), "S-T", Registry.Basics.Ids.New(), Road.AkSuu, null);
            await clock.StartAsync(db, StatutoryTerm.Assess, monday, about, default);
            var holiday = new CalendarDay
            {
                Date = monday.AddDays(1),
                NameKy = "x",
                NameRu = "x",
                NameEn = "x",
            };
            db.CalendarDays.Add(holiday);
            await db.SaveChangesAsync();
            await ChangeAsync();
            await clock.RestartAsync(db, Contracts.Step.Assess, about.AboutId, monday, monday, default);
            Assert.Empty(db.DeadlineMoves.Local);
            return 0;
        });

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
