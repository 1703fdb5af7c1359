using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Access.Jobs;

/// <summary>Removes what an account kept for its own use once it ends: saved views, whose names are the user's own words, and notices.</summary>
internal sealed class ForgetEndedAccounts(
    AccessDbContext db,
    DatabaseOptions database,
    WriteGate gate,
    ClockGuard guard,
    TimeProvider clock
)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await guard.IsTrustedAsync(ct))
            return;
        using var pass = await gate.EnterAsync(database.Registry, ct);
        var ended = db.Accounts.WithSpecification(new EndedAccounts(clock.Today())).Select(a => a.Id);
        await db.SavedViews.Where(v => ended.Contains(v.AccountId)).ExecuteDeleteAsync(ct);
        await db.Notices.Where(n => ended.Contains(n.AccountId)).ExecuteDeleteAsync(ct);
    }
}
