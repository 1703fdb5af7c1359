using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

/// <summary>Ends the running session and both cookies.</summary>
internal sealed class SignOutEndpoint(AccessDbContext db, TimeProvider clock) : ApiEndpoint<object?>
{
    public override void Configure()
    {
        Post("access/sign-out");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Sign);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == Caller.SessionId, ct);
        session.EndedAt = clock.Utc();
        await db.SaveChangesAsync(ct);
        await HttpContext.SignOutAsync(AccessSchemes.Session);
        await HttpContext.SignOutAsync(AccessSchemes.Provider);
        await Send.NoContentAsync(ct);
    }
}
