using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record SeeAccessRequestRequest(Guid Id);

/// <summary>The next person of the authorised body has reviewed what the operator confirmed on the machine while no one else could.</summary>
internal sealed class SeeAccessRequestEndpoint(AccessDbContext db, SecondPerson second) : ApiEndpoint<SeeAccessRequestRequest, object?>
{
    public override void Configure()
    {
        Post("access/requests/{id}/see");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SeeAccessRequestRequest request, CancellationToken ct)
    {
        var asked = await db.AccessRequests.FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(asked.SpecialistId);
        HttpContext.Expect(asked);
        await second.RequireAsync(Decision.ConfirmAccess, Caller, [asked.RequestedBy], ct);
        asked.See(Caller.SpecialistId);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
