using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Events;

/// <summary>
/// Hands waiting events on in their order. One that fails is tried again by the <see cref="Registry.Basics.RetryPolicy"/> and holds up, in the module where it failed, later
/// events about the same subject alone (docs/adr/0021). What a crash left behind is taken up by the next signal or by the sweep job.
/// </summary>
public sealed class OutboxDispatcher(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private const int Portion = 100;

    private sealed record Handler(Type Type, bool InOrder)
    {
        public string Name => Type.FullName!;
        public string Module => Type.Assembly.GetName().Name!;
    }

    /// <summary>The events that later ones about the same subject wait for, by module.</summary>
    private sealed class Stopped
    {
        private readonly Dictionary<(Guid Subject, string Module), Guid> _first = [];

        public void Add(Guid? subject, Handler handler, Guid id)
        {
            if (handler.InOrder && subject is { } about)
                _first.TryAdd((about, handler.Module), id);
        }

        public bool HoldsUp(OutboxMessage message, Handler handler) =>
            handler.InOrder
            && message.Subject is { } about
            && _first.TryGetValue((about, handler.Module), out var first)
            && first.CompareTo(message.Id) < 0;
    }

    /// <summary>One sweep at a time on this host: two would hand the same events on, and the second find out only when it saves.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    private static readonly FrozenDictionary<string, Type> Types = typeof(IEvent)
        .Assembly.GetTypes()
        .Where(t => typeof(IEvent).IsAssignableFrom(t) && t.IsClass)
        .ToFrozenDictionary(t => t.Name);

    /// <summary>Who handles what, found once: making every handler with its context for each event would cost more than most of them.</summary>
    private readonly Lazy<ILookup<string, Handler>> _handlers = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IEventHandler>().ToLookup(h => h.EventType.Name, h => new Handler(h.GetType(), h.InOrder));
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                log.LogError(problem, "The outbox could not be swept; the job tries again.");
            }
        }
    }

    /// <summary>Hands on everything that is due; an event whose handler fails stays and is tried again later. Safe twice and on two hosts.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await HandOnAllAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task HandOnAllAsync(CancellationToken ct)
    {
        Guid after = default;
        Stopped? stopped = null;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            var now = time.Utc();
            var due = await db
                .Outbox.Where(m => m.HandedOnAt == null && m.DeadAt == null && (m.NextAt == null || m.NextAt <= now) && m.Id > after)
                .OrderBy(m => m.Id)
                .Take(Portion)
                .ToListAsync(ct);
            if (due.Count == 0)
                return;
            stopped ??= await StoppedAsync(db, now, ct);
            foreach (var message in due)
                await HandOnAsync(db, message, stopped, ct);
            await db.SaveChangesAsync(ct);
            after = due[^1].Id;
        }
    }

    /// <summary>What failed before and is not due, in the modules that have not dealt with it.</summary>
    private async Task<Stopped> StoppedAsync(PlatformDbContext db, DateTime now, CancellationToken ct)
    {
        var stopped = new Stopped();
        var events = await db
            .Outbox.Where(m => m.HandedOnAt == null && m.Subject != null && (m.DeadAt != null || m.NextAt > now))
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.Type,
                m.Subject,
            })
            .ToListAsync(ct);
        foreach (var portion in events.Chunk(Portion))
        {
            var ids = portion.Select(e => e.Id).ToList();
            var done = (await db.Inbox.AsNoTracking().Where(i => ids.Contains(i.EventId)).ToListAsync(ct))
                .Select(i => (i.EventId, i.Handler))
                .ToHashSet();
            foreach (var e in portion)
            foreach (var handler in _handlers.Value[e.Type].Where(h => !done.Contains((e.Id, h.Name))))
                stopped.Add(e.Subject, handler, e.Id);
        }
        return stopped;
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <summary>Every handler has its turn: one that fails or waits does not withhold the event from the others, and those that succeeded are not run again.</summary>
    private async Task HandOnAsync(PlatformDbContext db, OutboxMessage message, Stopped stopped, CancellationToken ct)
    {
        (string Problem, string? Handler)? failed = null;
        var waits = false;
        if (Read(message) is { } @event)
            foreach (var handler in _handlers.Value[message.Type])
            {
                if (stopped.HoldsUp(message, handler))
                {
                    waits = true;
                    continue;
                }
                if (await TryAsync(handler, message.Id, @event, ct) is not { } problem)
                    continue;
                failed = (problem, handler.Type.Name);
                stopped.Add(message.Subject, handler, message.Id);
                log.LogError(
                    "Event {EventId} of type {EventType} was not handled by {Handler}: {Problem}.",
                    message.Id,
                    message.Type,
                    handler.Name,
                    problem
                );
            }
        else
            failed = ("Unreadable", null);
        if (failed is var (what, by))
        {
            message.Fail(what, by, time.Utc());
            // a failed notification makes no further trouble
            if (message.DeadAt is not null && message.Type != nameof(TroubleArose))
                db.Publish(new TroubleArose(Trouble.Events), time);
        }
        else if (!waits)
            message.HandOn(time.Utc());
    }

    private static object? Read(OutboxMessage message)
    {
        try
        {
            return Types.TryGetValue(message.Type, out var type)
                ? JsonSerializer.Deserialize(message.Payload, type, StoredJson.Options)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Type name of the exception, since messages may quote values; null when the event is dealt with.</returns>
    private async Task<string?> TryAsync(Handler handler, Guid eventId, object @event, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                // a scope each: every handler writes through its own module's context
                await using var scope = scopes.CreateAsyncScope();
                await ((IEventHandler)scope.ServiceProvider.GetRequiredService(handler.Type)).HandleAsync(eventId, @event, ct);
                return null;
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
            {
                // mostly two writers met at one row: the second try follows at once, the others by the policy
                if (attempt > 1)
                    return problem.GetType().Name;
            }
    }
}
