using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Operations;
using Registry.Kernel.Purging;
using Registry.Kernel.Time;

namespace Registry.Children.Purging;

/// <summary>
/// Each night: purges whoever has turned 28 [25.2], and those whose day the authorised body decided. An unknown or estimated birth date is never taken for true.
/// Stopped at any point, the next run goes on.
/// </summary>
internal sealed class PurgeAt28(ChildrenDbContext db, PurgeSubject purge, ClockGuard clock, TimeProvider time)
{
    private const int Portion = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        await purge.ReplayAsync(ct);
        while (await clock.IsTrustedAsync(ct) && await NextAsync(ct) is { Count: > 0 } subjects)
            foreach (var (id, ground, on) in subjects)
                await purge.RunAsync(id, ground, on, ct);
        await purge.LeaveNoCopiesAsync(ct);
    }

    private async Task<List<(Guid, PurgeGround, DateOnly)>> NextAsync(CancellationToken ct)
    {
        var today = time.Today();
        var latest = Age.BornBy(today, KeptUntil.Age);
        var turned = await db
            .Children.AsNoTracking()
            .Where(c => c.BirthDate != null && !c.BirthDateEstimated && c.BirthDate <= latest)
            .OrderBy(c => c.BirthDate)
            .Take(Portion)
            .Select(c => new { c.Id, BirthDate = c.BirthDate!.Value })
            .ToListAsync(ct);
        var decided = await db
            .PurgeDecisions.AsNoTracking()
            .Where(d => d.PurgeOn <= today && db.Children.Any(c => c.Id == d.ChildId && (c.BirthDate == null || c.BirthDateEstimated)))
            .Take(Portion)
            .ToListAsync(ct);
        return
        [
            .. turned.Select(c => (c.Id, PurgeGround.Turned28, KeptUntil.Of(c.BirthDate))).Where(c => c.Item3 <= today),
            .. decided.Select(d => (d.ChildId, PurgeGround.Decided, d.PurgeOn)),
        ];
    }
}
