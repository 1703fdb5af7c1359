using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record RevokeClientRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <summary>Ends a system's access for good; its tokens stop working at its next call, and no older backup gives it back.</summary>
internal sealed class RevokeClientEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<RevokeClientRequest, object?>
{
    public override void Configure()
    {
        Post("access/clients/{id}/revoke");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(RevokeClientRequest request, CancellationToken ct)
    {
        var client = await db.Clients.FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(client);
        request.RequireConfirmed(client.Title);
        client.Revoke(time.Utc());
        db.Publish(new AccessSuspended(client.Id), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
