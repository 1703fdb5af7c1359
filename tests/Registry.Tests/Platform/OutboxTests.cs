using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Jobs;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private Task<T> DbAsync<T>(Func<ChildrenDbContext, Task<T>> act) =>
        _host.InScopeAsync(s => act(s.GetRequiredService<ChildrenDbContext>()));

    [Fact]
    public async Task An_event_is_in_the_outbox_exactly_when_its_change_was_committed()
    {
        var before = await DbAsync(db => db.Outbox.CountAsync(m => m.Type == "SignalRegistered"));
        await _holder.RegisterAsync();
        Assert.Equal(before + 1, await DbAsync(db => db.Outbox.CountAsync(m => m.Type == "SignalRegistered")));
        await _holder.PostAsync("/api/children/signals", Road.Signal(territory: "41799999000000"));
        Assert.Equal(before + 1, await DbAsync(db => db.Outbox.CountAsync(m => m.Type == "SignalRegistered")));
    }

    [Fact]
    public async Task Hands_events_on_right_after_the_commit()
    {
        await _holder.RegisterAsync();
        for (var i = 0; i < 600 && await WaitingAsync() > 0; i++)
            await Task.Delay(50);
        Assert.Equal(0, await WaitingAsync());
    }

    private Task<int> WaitingAsync() => DbAsync(db => db.Outbox.CountAsync(m => m.HandedOnAt == null));

    [Fact]
    public async Task The_sweep_hands_on_what_a_crash_left_behind_and_a_second_sweep_does_nothing_again()
    {
        await _holder.RegisterAsync();
        await MoveCalendarAsync();
        // as if the host had died between commit and dispatch
        await DbAsync(async db =>
        {
            db.Publish(new CalendarChanged(2), TimeProvider.System);
            await db.SaveChangesAsync();
            return 0;
        });
        for (var i = 0; i < 2; i++)
            await _host.InScopeAsync(async s =>
            {
                await s.GetRequiredService<SweepOutbox>().RunAsync(default);
                return 0;
            });
        Assert.Equal(0, await WaitingAsync());
        var moved = await DbAsync(db => db.DeadlineMoves.GroupBy(m => m.DeadlineId).Select(g => g.Count()).ToListAsync());
        Assert.NotEmpty(moved);
        Assert.All(moved, times => Assert.Equal(1, times));
    }

    private Task<int> MoveCalendarAsync() =>
        DbAsync(async db =>
        {
            db.CalendarDays.Add(
                new CalendarDay
                {
                    Date = new(2026, 11, 24),
                    NameKy = "Сыноо",
                    NameRu = "Проба",
                    NameEn = "Trial",
                }
            );
            db.CalendarVersions.Add(new CalendarVersion { Version = 2 });
            return await db.SaveChangesAsync();
        });

    [Fact]
    public async Task A_handler_that_has_dealt_with_an_event_does_nothing_the_second_time()
    {
        await MoveCalendarAsync();
        var id = await DbAsync(async db =>
        {
            db.Publish(new CalendarChanged(2), TimeProvider.System);
            await db.SaveChangesAsync();
            return await db.Outbox.OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync();
        });
        for (var i = 0; i < 2; i++)
            await _host.InScopeAsync(async s =>
            {
                var handler = s.GetServices<IEventHandler>().Single(h => h.EventType == typeof(CalendarChanged));
                await handler.HandleAsync(id, new CalendarChanged(2), default);
                return 0;
            });
        Assert.Equal(1, await DbAsync(db => db.Inbox.CountAsync(m => m.EventId == id)));
    }

    [Fact]
    public async Task A_call_writes_through_one_context_only()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _host.InScopeAsync(async s =>
            {
                s.GetRequiredService<UnitOfWork>().Defer();
                var children = s.GetRequiredService<ChildrenDbContext>();
                children.Publish(new CalendarChanged(1), TimeProvider.System);
                await children.SaveChangesAsync();
                return await s.GetRequiredService<PlatformDbContext>().SaveChangesAsync();
            })
        );
        Assert.Contains("one context", refusal.Message, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
