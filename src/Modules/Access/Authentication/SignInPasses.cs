using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Model;

namespace Registry.Access.Authentication;

/// <summary>The pass from the sign-in page to the embedded provider: a session that is offered, and a cookie that names it. It begins one session and no second one.</summary>
internal sealed class SignInPasses(AccessDbContext db, OutsideSessions outside, KnownBrowsers browsers, TimeProvider clock)
{
    /// <summary>Admits an account: saves the call's changes together with the offered session.</summary>
    /// <param name="marks">Of the outside provider, by which the person came.</param>
    public async Task GiveAsync(HttpContext http, Account account, AuthenticationProperties? marks, CancellationToken ct)
    {
        var session = Session.Offer(account, clock.Utc());
        await outside.MarkAsync(session, marks, ct);
        db.Sessions.Add(session);
        // before the save: the cookies' key ring may have to write a new key of its own
        await http.SignInAsync(AccessSchemes.Provider, AccessSchemes.PrincipalOf(account.Id, session.Id));
        browsers.Remember(http, account.Id);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The account whose pass the browser shows; null when it is used, ended or too old, or the access is closed.</summary>
    public async Task<Guid?> AccountOfAsync(HttpContext http, CancellationToken ct)
    {
        var shown = await http.AuthenticateAsync(AccessSchemes.Provider);
        if (shown.Principal?.IdOf(AccessSchemes.SessionId) is not { } id)
            return null;
        var (offered, today) = (clock.Utc() - Session.Pass, clock.Today());
        return await db
            .Sessions.Where(s => s.Id == id && s.SeenAt == null && s.EndedAt == null && s.StartedAt > offered)
            .Where(s => db.Accounts.WithSpecification(new AccountsInForce(db, today)).Any(a => a.Id == s.AccountId))
            .Select(s => (Guid?)s.AccountId)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Leaving, or losing the password, also withdraws what is still offered. The caller saves.</summary>
    public static async Task EndOfferedAsync(AccessDbContext db, Guid account, DateTime at, CancellationToken ct)
    {
        foreach (
            var offered in await db.Sessions.Where(s => s.AccountId == account && s.SeenAt == null && s.EndedAt == null).ToListAsync(ct)
        )
            offered.End(at);
    }
}
