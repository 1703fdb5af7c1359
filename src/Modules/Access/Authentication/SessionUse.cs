using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Model;

namespace Registry.Access.Authentication;

/// <summary>Begins sessions and notes their use: each by one statement with all its conditions, so that what has ended or lapsed never comes back.</summary>
internal sealed class SessionUse(OwnWrites writes, SessionRules rules, TimeProvider clock)
{
    private const int BrowserMaxLength = 200;

    /// <summary>Begins an offered session.</summary>
    /// <returns>False when it began already, was ended, offered too long ago, or its access is suspended by now.</returns>
    public async Task<bool> TryBeginAsync(Guid session, Guid account, string? ip, string browser, CancellationToken ct)
    {
        var now = clock.Utc();
        var (offered, today) = (now - Session.Pass, clock.Today());
        var agent = browser.Length <= BrowserMaxLength ? browser : browser[..BrowserMaxLength];
        return await writes.RunAsync(
                db =>
                    db.Sessions.Where(s =>
                            s.Id == session
                            && s.AccountId == account
                            && s.SeenAt == null
                            && s.EndedAt == null
                            && s.StartedAt > offered
                            && db.Accounts.WithSpecification(new AccountsInForce(db, today)).Any(a => a.Id == s.AccountId)
                        )
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.Ip, ip).SetProperty(s => s.Browser, agent),
                            ct
                        ),
                ct
            ) > 0;
    }

    /// <summary>Ends a session in whose place another one has begun.</summary>
    public Task<int> EndAsync(Guid session, CancellationToken ct)
    {
        var now = clock.Utc();
        return writes.RunAsync(
            db =>
                db.Sessions.Where(s => s.Id == session && s.EndedAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.SealedOutsideToken, (byte[]?)null),
                        ct
                    ),
            ct
        );
    }

    public async Task NoteAsync(Guid session, DateTime last, CancellationToken ct)
    {
        var now = clock.Utc();
        if (now - last < SessionRules.Exactness)
            return;
        var alive = now - rules.Idle;
        await writes.RunAsync(
            db =>
                db.Sessions.Where(s => s.Id == session && s.EndedAt == null && s.SeenAt >= alive)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct),
            ct
        );
    }
}
