using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Purging;

namespace Registry.Access.Accounts;

/// <summary>A revoked access stays revoked after an older backup was restored, as recorded in the ledger outside the database.</summary>
internal sealed class Revocations(AccessDbContext db, Ledger ledger, TimeProvider time)
{
    public const string Suspended = "suspended";
    public const string Resumed = "resumed";
    private const string StandsAfterRestore = "Restored backup: the suspension stands.";

    /// <summary>Suspends again what an older backup reopened. Before the port opens.</summary>
    /// <returns>How many accounts, systems and bodies were closed.</returns>
    public async Task<int> ReplayAsync(CancellationToken ct)
    {
        var last = (await ledger.ReadAsync([Suspended, Resumed], ct)).GroupBy(l => l.Id).Select(g => g.Last()).ToList();
        var revoked = last.Where(l => l.Kind == Suspended).Select(l => l.Id).ToList();
        var open = await db.Accounts.Where(a => revoked.Contains(a.Id) && a.SuspendedAt == null).ToListAsync(ct);
        foreach (var account in open)
            account.Suspend(StandsAfterRestore, time.Utc());
        var clients = await db.Clients.Where(c => revoked.Contains(c.Id) && c.RevokedAt == null).ToListAsync(ct);
        foreach (var client in clients)
            client.Revoke(time.Utc());
        var bodies = await db.Bodies.Where(b => revoked.Contains(b.Id) && b.SuspendedAt == null).ToListAsync(ct);
        foreach (var body in bodies)
            body.Suspend(StandsAfterRestore, time.Utc());
        await db.SaveChangesAsync(ct);
        return open.Count + clients.Count + bodies.Count;
    }
}

/// <summary>Writes a suspension to the ledger.</summary>
internal sealed class RecordSuspension(AccessDbContext db, Ledger ledger, TimeProvider time)
    : ModuleEventHandler<AccessSuspended, AccessDbContext>(db, time)
{
    protected override Task ApplyAsync(AccessSuspended @event, CancellationToken ct) =>
        ledger.AppendAsync(Revocations.Suspended, @event.AccountId, "-", ct);
}

/// <summary>Writes the end of a suspension to the ledger.</summary>
internal sealed class RecordResumption(AccessDbContext db, Ledger ledger, TimeProvider time)
    : ModuleEventHandler<AccessResumed, AccessDbContext>(db, time)
{
    protected override Task ApplyAsync(AccessResumed @event, CancellationToken ct) =>
        ledger.AppendAsync(Revocations.Resumed, @event.AccountId, "-", ct);
}
