using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn.Passkeys;

/// <summary>The question that a further device answers (<see cref="AddPasskeyEndpoint"/>).</summary>
internal sealed class AskForPasskeyEndpoint(AccessDbContext db, DevicePasskeys passkeys) : ApiEndpoint<PasskeyQuestion>
{
    public override void Configure()
    {
        Post("access/me/passkeys/question");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == Caller.AccountId, ct);
        if (!account.SecondFactor)
            throw new DomainException("second-factor.none");
        var question = await passkeys.AskForNewAsync(account, HttpContext);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(question, ct);
    }
}
