using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.SignIn.Blocks;

internal sealed record LiftBlockRequest(Guid Id);

/// <summary>Lets the next attempt through at once and resets the count. Journalled under the account that was guessed at [15.2].</summary>
internal sealed class LiftBlockEndpoint(AccessDbContext db) : ApiEndpoint<LiftBlockRequest, object?>
{
    public override void Configure()
    {
        Post("access/blocks/{id}/lift");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(LiftBlockRequest request, CancellationToken ct)
    {
        var block = await db.Guesses.FirstOrDefaultAsync(g => g.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(block.AccountId ?? block.Id);
        db.Guesses.Remove(block);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
