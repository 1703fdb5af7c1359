using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Kernel.Events;

/// <summary>Wakes the dispatcher right after a commit that published something.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // already set: the dispatcher takes everything that waits
        }
    }

    internal Task WaitAsync(CancellationToken ct) => _signal.WaitAsync(ct);

    public void Dispose() => _signal.Dispose();
}

/// <summary>Hands waiting events on in their order. What a crash left behind is taken up by the next signal or by the sweep job.</summary>
public sealed class OutboxDispatcher(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private const int Portion = 100;
    private const int MostAttempts = 20;

    /// <summary>One sweep at a time on this host: two would hand the same events on, and the second find out only when it saves.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    private static readonly FrozenDictionary<string, Type> Types = typeof(Contracts.CalendarChanged)
        .Assembly.GetTypes()
        .Where(t => typeof(Contracts.IEvent).IsAssignableFrom(t) && t.IsClass)
        .ToFrozenDictionary(t => t.Name);

    /// <summary>Who handles what, found once: making every handler with its context for each event would cost more than most of them.</summary>
    private readonly Lazy<ILookup<Type, Type>> _handlers = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IEventHandler>().ToLookup(h => h.EventType, h => h.GetType());
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

    /// <summary>Hands on everything that waits; an event whose handler fails stays and is tried again. Safe twice and on two hosts.</summary>
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
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
            var waiting = await db
                .Outbox.Where(m => m.HandedOnAt == null && m.Attempts < MostAttempts && m.Id > after)
                .OrderBy(m => m.Id)
                .Take(Portion)
                .ToListAsync(ct);
            if (waiting.Count == 0)
                return;
            foreach (var message in waiting)
                await HandOnAsync(message, ct);
            await db.SaveChangesAsync(ct);
            after = waiting[^1].Id;
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    private async Task HandOnAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var type = Types[message.Type];
            var @event = JsonSerializer.Deserialize(message.Payload, type)!;
            foreach (var handler in _handlers.Value[type])
                await HandOnAsync(handler, message.Id, @event, ct);
            message.HandedOnAt = time.Utc();
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
        {
            message.Attempts++;
            message.Problem = problem.GetType().Name;
            // messages of exceptions may quote values: only the type goes to the log
            log.LogError("Event {EventId} of type {EventType} was not handled: {Problem}.", message.Id, message.Type, message.Problem);
        }
    }

    private async Task HandOnAsync(Type handler, Guid eventId, object @event, CancellationToken ct)
    {
        // a scope each: every handler writes through its own module's context
        await using var scope = scopes.CreateAsyncScope();
        await ((IEventHandler)scope.ServiceProvider.GetRequiredService(handler)).HandleAsync(eventId, @event, ct);
    }
}
