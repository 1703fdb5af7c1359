using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Children.Purging;
using Registry.Platform.Events;
using Registry.Platform.Jobs;
using Registry.Platform.Journal;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Platform;

/// <summary>Nothing irreversible runs on a clock that jumped.</summary>
[Clause("14.3", "25.2")]
public sealed class ClockGuardTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private Task<bool> IsTrustedAsync() => _host.Service<ClockGuard>().IsTrustedAsync(default);

    private Task<string> HealthAsync() => _host.Browser().GetStringAsync("/health/ready");

    private Task SealAsync() =>
        _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<JournalChain>().SealAsync(s.GetRequiredService<PlatformDbContext>(), default);
            return true;
        });

    [Fact]
    public async Task A_clock_set_to_2044_purges_and_forgets_nobody_until_an_administrator_confirms_it()
    {
        var child = await _host.LongKnownAsync(_holder, "2010-01-01");
        var due = await _host.LongKnownAsync(_holder, "1999-01-01");
        await _host.AnnounceAsync();
        _host.Clock.SetUtcNow(new(2044, 1, 1, 4, 0, 0, TimeSpan.Zero));
        await _host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        await _host.RunJobAsync<ForgetHandedOn>(job => job.RunAsync(default));
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        // nor one whose purge was announced before the jump
        Assert.True(await _host.RowsAboutAsync(due) > 0);
        Assert.True(await _host.InScopeAsync(s => s.GetRequiredService<PlatformDbContext>().Outbox.AnyAsync()));
        Assert.Equal("Degraded\nclock", await HealthAsync());
        _host.Clock.AdjustTime(RegistryHost.Start.AddDays(1));
        Assert.Equal("Degraded\nclock", await HealthAsync());
        await _host.ConfirmClockAsync();
        Assert.Equal("Healthy", await HealthAsync());
    }

    [Fact]
    public async Task What_is_written_and_sealed_after_the_jump_does_not_hide_it()
    {
        _host.Clock.Advance(TimeSpan.FromDays(400));
        await _host.NightAsync();
        await _host.NightAsync();
        await SealAsync();
        await _host.NightAsync();
        Assert.False(await IsTrustedAsync());
        // even set back, the clock must still be confirmed
        _host.Clock.AdjustTime(RegistryHost.Start.AddHours(1));
        Assert.False(await IsTrustedAsync());
    }

    [Fact]
    public async Task A_long_holiday_does_not_trip_it_because_the_nightly_jobs_write_into_the_journal()
    {
        await _host.PassAsync(days: 9);
        Assert.True(await IsTrustedAsync());
        // two days without any entry are tolerated, three are not
        _host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await IsTrustedAsync());
        _host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await IsTrustedAsync());
    }

    [Fact]
    public async Task A_run_of_a_nightly_job_has_a_journal_entry_with_its_outcome_and_a_minutely_one_has_none()
    {
        await _host.NightAsync(job: "children.purge-at-28");
        await _host.NightAsync(problem: "IOException", job: "children.purge-at-28");
        await _host.NightAsync(job: "access.send-mail");
        var entries = await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Journal.Where(e => e.Action == nameof(PurgeAt28) || e.Action == nameof(SendMail))
                .Select(e => e.Outcome)
                .ToListAsync()
        );
        Assert.Equal([200, 500], entries);
    }

    [Fact]
    public async Task Only_the_right_date_confirms_a_clock_and_only_one_that_is_doubted()
    {
        const string path = "/api/access/operations/clock/confirm";
        var admin = await _host.SignedInAsync("admin");
        await admin.PostAsync(path, new { today = _host.Today() }).RefusedAsync(HttpStatusCode.Conflict, "clock.not-doubted");
        _host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False(await IsTrustedAsync());
        admin = await _host.SignedInAsync("admin");
        var refused = await admin.PostAsync(path, new { today = "2026-11-23" }).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("clock.other-day", refused.CodeAt("today"));
        await _host.ConfirmClockAsync();
        Assert.True(await IsTrustedAsync());
        Assert.Equal(
            [HttpStatusCode.Forbidden],
            [(await (await _host.SignedInAsync("ministry")).PostAsync(path, new { today = _host.Today() })).StatusCode]
        );
    }

    [Fact]
    public async Task The_administrator_is_told()
    {
        _host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False(await IsTrustedAsync());
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var told = (await (await _host.SignedInAsync("admin")).GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items");
        Assert.Single(
            told.EnumerateArray(),
            n => n.Text("kind") == "trouble" && n.Text("text").Contains("Базанын иши", StringComparison.Ordinal)
        );
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
