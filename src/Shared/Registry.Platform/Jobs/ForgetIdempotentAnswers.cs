using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Platform.Jobs;

/// <summary>Stored answers are kept for a day; a client that repeats later gets a fresh one, or learns that the thing was made before: drafts are kept for 30 days.</summary>
public sealed class ForgetIdempotentAnswers(
    PlatformDbContext db,
    DatabaseOptions database,
    WriteGate gate,
    ClockGuard clock,
    TimeProvider time
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan KnownToBeMade = TimeSpan.FromDays(31);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await clock.IsTrustedAsync(ct))
            return;
        var before = time.Utc() - Kept;
        using var pass = await gate.EnterAsync(database.Registry, ct);
        var longBefore = time.Utc() - KnownToBeMade;
        await db.IdempotentAnswers.Where(a => a.At < before && (a.Location == null || a.At < longBefore)).ExecuteDeleteAsync(ct);
        byte[] forgotten = [];
        await db
            .IdempotentAnswers.Where(a => a.At < before && a.SealedBody != forgotten)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SealedBody, forgotten), ct);
    }
}
