using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <summary>The caller has seen the tour of the first sign-in, or does not want it: it is not shown by itself again.</summary>
internal sealed class FinishTourEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<object?>
{
    public override void Configure()
    {
        Put("access/me/tour");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == Caller.AccountId, ct);
        account.TellAround(time.Today());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
