using Microsoft.EntityFrameworkCore;
using Registry.Kernel.Data;
using Registry.Kernel.Operations;
using Registry.Kernel.Time;

namespace Registry.Kernel.Jobs;

/// <summary>Stored answers are kept for a day; a client that repeats later gets a fresh one.</summary>
public sealed class ForgetIdempotentAnswers(
    KernelDbContext db,
    DatabaseOptions database,
    WriteGate gate,
    ClockGuard clock,
    TimeProvider time
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await clock.IsTrustedAsync(ct))
            return;
        var before = time.Utc() - Kept;
        using var pass = await gate.EnterAsync(database.Registry, ct);
        await db.IdempotentAnswers.Where(a => a.At < before).ExecuteDeleteAsync(ct);
    }
}
