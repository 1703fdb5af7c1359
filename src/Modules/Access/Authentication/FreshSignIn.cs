using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Authentication;

/// <summary>
/// Sign-in credentials are changed only just after a sign-in, with everything that a sign-in requires (ASVS 7.5.1, 7.5.2): an open browser alone changes
/// none of them. Afterwards every other session of the account is over (7.4.3).
/// </summary>
internal sealed class FreshSignIn(AccessDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <exception cref="DomainException"><c>sign-in.again</c>, 403: the session began too long ago.</exception>
    public async Task RequireAsync(Caller caller, CancellationToken ct)
    {
        var earliest = clock.Utc() - Lasts;
        if (!await db.Sessions.AnyAsync(s => s.Id == caller.SessionId && s.StartedAt >= earliest, ct))
            throw new DomainException("sign-in.again", 403);
    }

    /// <summary>Ends the other sessions, including those only offered. The caller saves.</summary>
    public async Task EndOthersAsync(Caller caller, CancellationToken ct)
    {
        foreach (
            var other in await db
                .Sessions.Where(s => s.AccountId == caller.AccountId && s.Id != caller.SessionId && s.EndedAt == null)
                .ToListAsync(ct)
        )
            other.End(clock.Utc());
    }
}
