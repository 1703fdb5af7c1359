using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Platform.Jobs;

/// <summary>Events that were handed on, and reasons for discarding others, are of no use after a month: what is kept of a child is in the modules alone.</summary>
public sealed class ForgetHandedOn(PlatformDbContext db, DatabaseOptions database, WriteGate gate, ClockGuard clock, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await clock.IsTrustedAsync(ct))
            return;
        var before = time.Utc() - Kept;
        using var pass = await gate.EnterAsync(database.Registry, ct);
        await db.Outbox.Where(m => m.HandedOnAt != null && m.At < before).ExecuteDeleteAsync(ct);
        await db.Discards.Where(d => d.At < before).ExecuteDeleteAsync(ct);
        await db.Inbox.Where(m => m.At < before && !db.Outbox.Any(o => o.Id == m.EventId)).ExecuteDeleteAsync(ct);
    }
}
