using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Time;

namespace Registry.Access.Jobs;

/// <summary>Removes old counts of wrong attempts, unanswered questions to devices, sessions that never began, the provider's used codes, what sessions long over kept of an outside provider, and a month later the sessions.</summary>
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
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await db.Guesses.Where(g => g.EndsAt < now && g.BlockedUntil < now).ExecuteDeleteAsync(ct);
            var asked = clock.Utc() - PasskeyChallenge.Valid;
            await db.PasskeyChallenges.Where(c => c.At < asked).ExecuteDeleteAsync(ct);
            await db.Sessions.Where(s => s.SeenAt == null && s.StartedAt < before).ExecuteDeleteAsync(ct);
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
