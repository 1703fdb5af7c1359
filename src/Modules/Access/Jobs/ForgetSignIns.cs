using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Registry.Access.Database;
using Registry.Kernel.Data;
using Registry.Kernel.Operations;
using Registry.Kernel.Time;

namespace Registry.Access.Jobs;

/// <summary>Removes old refused sign-ins, the provider's used codes, what sessions long over kept of an outside provider, and a month later the sessions.</summary>
internal sealed class ForgetSignIns(
    AccessDbContext db,
    IOpenIddictTokenManager tokens,
    IOpenIddictAuthorizationManager authorizations,
    WriteGate gate,
    DatabaseOptions database,
    ClockGuard guard,
    TimeProvider clock
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await guard.IsTrustedAsync(ct))
            return;
        var before = clock.Utc() - Kept;
        using (await gate.EnterAsync(database.Registry, ct))
        {
            await db.SignInFailures.Where(f => f.At < before).ExecuteDeleteAsync(ct);
            var longOver = clock.Utc() - SessionsKept;
            await db.Sessions.Where(s => s.StartedAt < longOver).ExecuteDeleteAsync(ct);
            // a session is over after half a day, whether it was ended or not
            await db
                .Sessions.Where(s => s.StartedAt < before && s.SealedOutsideToken != null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SealedOutsideToken, (byte[]?)null), ct);
        }
        await tokens.PruneAsync(new DateTimeOffset(before, TimeSpan.Zero), ct);
        await authorizations.PruneAsync(new DateTimeOffset(before, TimeSpan.Zero), ct);
    }
}
