using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Views;

internal sealed record RemoveViewRequest(Guid Id);

/// <summary>Removes a saved view; somebody else's looks as if it did not exist.</summary>
internal sealed class RemoveViewEndpoint(AccessDbContext db) : ApiEndpoint<RemoveViewRequest, object?>
{
    public override void Configure()
    {
        Delete("access/me/views/{id}");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(RemoveViewRequest request, CancellationToken ct)
    {
        var view =
            await db.SavedViews.SingleOrDefaultAsync(v => v.Id == request.Id && v.AccountId == Caller.AccountId, ct)
            ?? throw DomainException.NotFound();
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
