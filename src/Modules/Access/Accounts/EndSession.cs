using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record EndSessionRequest(Guid Id);

/// <summary>Ends a session: one's own, or anyone's for those who manage accounts. In force on its next request.</summary>
internal sealed class EndSessionEndpoint(AccessDbContext db, FreshSignIn fresh, TimeProvider clock)
    : ApiEndpoint<EndSessionRequest, object?>
{
    public override void Configure()
    {
        Post("access/sessions/{id}/end");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(EndSessionRequest request, CancellationToken ct)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == request.Id, ct) ?? throw DomainException.NotFound();
        if (session.AccountId != Caller.AccountId)
        {
            if (!Caller.May(Permission.ManageAccounts))
                throw DomainException.NotFound();
            await db.FindAccountAsync(session.AccountId, Caller, ct);
        }
        else if (session.Id != Caller.SessionId)
            await fresh.RequireAsync(Caller, ct);
        session.End(clock.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
