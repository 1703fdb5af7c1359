using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Elsewhere">Where the session of the outside provider is ended; null when none was used.</param>
internal sealed record SignOutResponse(SignOutElsewhere? Elsewhere);

/// <summary>Ends the running session and both cookies, and returns where to end the outside provider's.</summary>
internal sealed class SignOutEndpoint(AccessDbContext db, OutsideSessions outside, TimeProvider clock) : ApiEndpoint<SignOutResponse>
{
    public override void Configure()
    {
        Post("access/sign-out");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Sign);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == Caller.SessionId, ct);
        var elsewhere = await outside.WhereToEndAsync(session, ct);
        session.End(clock.Utc());
        await SignInPasses.EndOfferedAsync(db, Caller.AccountId, clock.Utc(), ct);
        await db.SaveChangesAsync(ct);
        await HttpContext.SignOutAsync(AccessSchemes.Session);
        await HttpContext.SignOutAsync(AccessSchemes.Provider);
        // what the browser has kept of children goes with the session (ASVS 14.3.1)
        HttpContext.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        await Send.OkAsync(new(elsewhere), ct);
    }
}
