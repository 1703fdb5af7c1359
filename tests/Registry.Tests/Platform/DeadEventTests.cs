using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>A failing event is retried for days, blocks only what must come after it, and ends up where an administrator sees it.</summary>
[Clause("14.3")]
public sealed class DeadEventTests : IAsyncLifetime
{
    private readonly Handled _handled = new();
    private readonly RegistryHost _host;

    public DeadEventTests() =>
        _host = new()
        {
            More = new() { ["Registry:Metrics"] = "true" },
            With = services =>
            {
                services.AddSingleton(_handled);
                services.AddScoped<Flaky>().AddScoped<IEventHandler, Flaky>();
                services.AddScoped<Steady>().AddScoped<IEventHandler, Steady>();
                services.AddScoped<Hasty>().AddScoped<IEventHandler, Hasty>();
            },
        };

    public async Task InitializeAsync()
    {
        await _host.SignedInAsync("admin");
        await SweepAsync();
    }

    private sealed class Handled
    {
        /// <summary>Specialists on whose events Flaky fails.</summary>
        public HashSet<Guid> Fails { get; } = [];
        public List<(string Handler, Guid Course)> All { get; } = [];

        public IEnumerable<Guid> By(string handler) => All.Where(h => h.Handler == handler).Select(h => h.Course);
    }

    private sealed class Flaky(PlatformDbContext db, TimeProvider time, Handled handled)
        : ModuleEventHandler<CoursePassed, PlatformDbContext>(db, time)
    {
        protected override Task ApplyAsync(CoursePassed @event, CancellationToken ct)
        {
            if (handled.Fails.Contains(@event.SpecialistId))
                throw new TimeoutException("Сынова Айжан");
            handled.All.Add((nameof(Flaky), @event.CourseId));
            return Task.CompletedTask;
        }
    }

    private sealed class Steady(PlatformDbContext db, TimeProvider time, Handled handled)
        : ModuleEventHandler<CoursePassed, PlatformDbContext>(db, time)
    {
        protected override Task ApplyAsync(CoursePassed @event, CancellationToken ct)
        {
            handled.All.Add((nameof(Steady), @event.CourseId));
            return Task.CompletedTask;
        }
    }

    /// <summary>It does not depend on order.</summary>
    private sealed class Hasty(PlatformDbContext db, TimeProvider time, Handled handled)
        : ModuleEventHandler<CoursePassed, PlatformDbContext>(db, time)
    {
        public override bool InOrder => false;

        protected override Task ApplyAsync(CoursePassed @event, CancellationToken ct)
        {
            handled.All.Add((nameof(Hasty), @event.CourseId));
            return Task.CompletedTask;
        }
    }

    /// <returns>The course that the event is about.</returns>
    private async Task<Guid> PublishAsync(Guid specialist)
    {
        var course = Guid.CreateVersion7();
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            db.Publish(new CoursePassed(specialist, course, new(2027, 1, 1)), _host.Clock);
            return await db.SaveChangesAsync();
        });
        await SweepAsync();
        return course;
    }

    private Task SweepAsync() => _host.Service<OutboxDispatcher>().SweepAsync(default);

    private Task<OutboxMessage?> WaitingAsync() =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>().Outbox.Where(m => m.HandedOnAt == null).OrderBy(m => m.Id).FirstOrDefaultAsync()
        );

    /// <summary>Lets time pass from retry to retry, as days pass in the running Base, until the event is a dead letter.</summary>
    private async Task<int> TryToDeathAsync()
    {
        while (true)
        {
            var message = (await WaitingAsync())!;
            if (message.DeadAt is not null)
                return message.Attempts;
            var next = new DateTimeOffset(message.NextAt!.Value, TimeSpan.Zero);
            if (next > _host.Clock.GetUtcNow())
                _host.Clock.SetUtcNow(next);
            await _host.NightAsync();
            await SweepAsync();
        }
    }

    private Task<string> HealthAsync() => _host.Browser().GetStringAsync("/health/ready");

    private static async Task<List<JsonElement>> DeadAsync(HttpClient admin) =>
        [.. (await admin.GetAsync("/api/access/operations/dead-letters?kind=event").JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task It_is_tried_for_days_then_everybody_in_charge_sees_it_and_a_retry_hands_it_on()
    {
        var person = Guid.CreateVersion7();
        _handled.Fails.Add(person);
        var course = await PublishAsync(person);
        Assert.Equal("Healthy", await HealthAsync());
        _host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("Degraded\noutbox", await HealthAsync());
        var from = _host.Clock.Utc();
        await SweepAsync();
        Assert.InRange(await TryToDeathAsync(), 10, 30);
        Assert.InRange((_host.Clock.Utc() - from).TotalDays, 4, 7);
        Assert.Equal("Degraded\noutbox", await HealthAsync());

        await SweepAsync();
        var admin = await _host.SignedInAsync("admin");
        var told = (await admin.GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Single(told, n => n.Text("kind") == "trouble");
        var dead = Assert.Single(await DeadAsync(admin));
        Assert.Equal(("CoursePassed", "TimeoutException", "Flaky"), (dead.Text("what"), dead.Text("problem"), dead.Text("handler")));
        Assert.DoesNotContain("Сынова", dead.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(person.ToString(), dead.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, (await admin.GetAsync("/api/access/operations").JsonAsync()).GetProperty("deadEvents").GetInt32());

        _handled.Fails.Clear();
        var path = $"/api/access/operations/dead-letters/event/{dead.Text("key")}/retry";
        await admin.PostAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await SweepAsync();
        Assert.Equal([course], _handled.By(nameof(Flaky)));
        Assert.Equal("Healthy", await HealthAsync());
        await admin.PostAsync(path).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_handler_that_fails_does_not_run_again_those_that_succeeded()
    {
        var person = Guid.CreateVersion7();
        _handled.Fails.Add(person);
        var course = await PublishAsync(person);
        for (var i = 0; i < 3; i++)
        {
            _host.Clock.Advance(TimeSpan.FromHours(1));
            await SweepAsync();
        }
        _handled.Fails.Clear();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        Assert.Null(await WaitingAsync());
        Assert.Equal([(nameof(Steady), course), (nameof(Hasty), course), (nameof(Flaky), course)], _handled.All);
    }

    [Fact]
    public async Task Later_events_about_the_same_wait_for_it_and_others_do_not()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _handled.Fails.Add(person);
        var first = await PublishAsync(person);
        var second = await PublishAsync(person);
        var third = await PublishAsync(other);
        Assert.Equal([third], _handled.By(nameof(Flaky)));
        // the same module waits, a handler that does not depend on order does not
        Assert.Equal([first, third], _handled.By(nameof(Steady)));
        Assert.Equal([first, second, third], _handled.By(nameof(Hasty)));
        _handled.Fails.Clear();
        await SweepAsync();
        Assert.Equal([third], _handled.By(nameof(Flaky)));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        Assert.Equal([third, first, second], _handled.By(nameof(Flaky)));
        Assert.Equal([first, third, second], _handled.By(nameof(Steady)));
        Assert.Null(await WaitingAsync());
    }

    [Fact]
    public async Task Put_away_with_a_reason_it_holds_nothing_up_any_more()
    {
        var person = Guid.CreateVersion7();
        _handled.Fails.Add(person);
        await PublishAsync(person);
        await TryToDeathAsync();
        _handled.Fails.Clear();
        var second = await PublishAsync(person);
        Assert.Empty(_handled.By(nameof(Flaky)));
        var admin = await _host.SignedInAsync("admin");
        var path = $"/api/access/operations/dead-letters/event/{Assert.Single(await DeadAsync(admin)).Text("key")}/discard";
        var refused = await admin.PostAsync(path, new { reason = "" }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(refused.CodeAt("reason"));
        await admin.PostAsync(path, new { reason = "Курс жоюлган" }).JsonAsync(HttpStatusCode.NoContent);
        await SweepAsync();
        Assert.Equal([second], _handled.By(nameof(Flaky)));
        Assert.Equal("Healthy", await HealthAsync());
        var kept = (await admin.GetAsync("/api/access/operations").JsonAsync()).GetProperty("discards");
        var discard = Assert.Single(kept.EnumerateArray());
        Assert.Equal(("CoursePassed", "Курс жоюлган", "admin"), (discard.Text("what"), discard.Text("reason"), discard.Text("by")));
    }

    [Fact]
    public async Task An_event_that_nobody_can_read_waits_for_an_upgrade_and_stops_no_other()
    {
        await PublishAsync(Guid.CreateVersion7());
        _handled.All.Clear();
        await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Outbox.Where(m => m.Type == "CoursePassed")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Type, "Vanished").SetProperty(m => m.HandedOnAt, (DateTime?)null))
        );
        var course = await PublishAsync(Guid.CreateVersion7());
        Assert.Equal([course], _handled.By(nameof(Flaky)));
        var waiting = (await WaitingAsync())!;
        Assert.Equal(("Vanished", "Unreadable", 1), (waiting.Type, waiting.Problem, waiting.Attempts));
    }

    [Fact]
    public async Task The_figures_are_OpenTelemetry_metrics()
    {
        _handled.Fails.Add(Guid.Empty);
        await PublishAsync(Guid.Empty);
        var report = await _host.Service<HealthCheckService>().CheckHealthAsync();
        await _host.Service<IHealthCheckPublisher>().PublishAsync(report, default);
        var metrics = await _host.Browser().GetStringAsync("/metrics");
        foreach (
            var name in new[]
            {
                "outbox_waiting",
                "outbox_lag_seconds",
                "outbox_dead",
                "mail_dead",
                "jobs_failing",
                "findings",
                "clock_doubted",
            }
        )
            Assert.Contains($"registry_{name}", metrics, StringComparison.Ordinal);
        Assert.Contains("registry_outbox_waiting{otel_scope_name=\"Registry\"} 1\n", metrics, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
