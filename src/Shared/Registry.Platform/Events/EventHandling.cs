using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Events;

/// <summary>Handles one kind of event; registered by the module, found by its generic argument.</summary>
public interface IEventHandler
{
    Type EventType { get; }

    /// <summary>False for a handler that does not depend on the order of events about one subject: it never waits for an earlier one that failed.</summary>
    bool InOrder { get; }

    /// <summary>Safe to call twice with the same event.</summary>
    Task HandleAsync(Guid eventId, object @event, CancellationToken ct);
}

/// <summary>Applies an event to a module's tables together with its inbox row, in one commit.</summary>
public abstract class ModuleEventHandler<TEvent, TContext>(TContext db, TimeProvider time) : IEventHandler
    where TContext : ModuleDbContext
    where TEvent : class
{
    public Type EventType => typeof(TEvent);
    public virtual bool InOrder => true;
    protected TContext Db => db;
    protected TimeProvider Time => time;

    /// <summary>The id of the event being handled. Ids sort by time of creation, so a late event must ignore rows with greater ids: it predates them.</summary>
    protected Guid EventId { get; private set; }

    /// <summary>What the inbox knows the handler by; two modules may name a handler alike.</summary>
    protected virtual string Name => GetType().FullName!;

    public async Task HandleAsync(Guid eventId, object @event, CancellationToken ct)
    {
        EventId = eventId;
        var name = Name;
        var waits = db.Outbox.Where(m => m.Id == eventId && !db.Inbox.Any(i => i.EventId == eventId && i.Handler == name));
        if (!await waits.AnyAsync(ct))
            return;
        await ApplyAsync((TEvent)@event, ct);
        // a purge takes the events about its subject first: what was read before it must not come back after it [25.2]
        await db.BeginWriteAsync(ct);
        if (!await waits.AnyAsync(ct))
        {
            db.ChangeTracker.Clear();
            await db.UnitOfWork.RollbackAsync();
            return;
        }
        db.Inbox.Add(
            new InboxMessage
            {
                EventId = eventId,
                Handler = name,
                At = time.Utc(),
            }
        );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem) || problem is DbUpdateConcurrencyException)
        {
            // another host was faster: its effect stays, ours is rolled back; if somebody else changed the row in between, the event comes again
            db.ChangeTracker.Clear();
            if (!await db.Inbox.AnyAsync(m => m.EventId == eventId && m.Handler == name, ct))
                throw;
        }
    }

    protected abstract Task ApplyAsync(TEvent @event, CancellationToken ct);
}
