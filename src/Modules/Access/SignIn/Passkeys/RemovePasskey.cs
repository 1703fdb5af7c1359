using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn.Passkeys;

internal sealed record RemovePasskeyRequest(Guid Id);

/// <summary>A device of one's own opens nothing any more. The last way to pass the second factor stays [14.3].</summary>
internal sealed class RemovePasskeyEndpoint(AccessDbContext db, FreshSignIn fresh) : ApiEndpoint<RemovePasskeyRequest, object?>
{
    public override void Configure()
    {
        Delete("access/me/passkeys/{id}");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(RemovePasskeyRequest request, CancellationToken ct)
    {
        var mine = await db.Passkeys.Where(p => p.AccountId == Caller.AccountId).ToListAsync(ct);
        var key = mine.Find(p => p.Id == request.Id) ?? throw DomainException.NotFound();
        if (mine.Count == 1 && await db.Accounts.AnyAsync(a => a.Id == Caller.AccountId && a.SealedSecret == null, ct))
            throw new DomainException("passkey.last");
        await fresh.RequireAsync(Caller, ct);
        db.Passkeys.Remove(key);
        await fresh.EndOthersAsync(Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
