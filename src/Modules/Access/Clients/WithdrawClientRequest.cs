using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record WithdrawClientRequestRequest(Guid Id);

/// <summary>The requester of more about children, or of a new secret, withdraws the request.</summary>
internal sealed class WithdrawClientRequestEndpoint(AccessDbContext db) : ApiEndpoint<WithdrawClientRequestRequest, object?>
{
    public override void Configure()
    {
        Post("access/clients/{id}/withdraw");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawClientRequestRequest request, CancellationToken ct)
    {
        var client = await db.Clients.FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(client);
        client.RequireAsked();
        if (client.AskedBy != Caller.SpecialistId)
            throw DomainException.NotFound();
        client.DropAsked();
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
