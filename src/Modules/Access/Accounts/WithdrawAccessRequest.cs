using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record WithdrawAccessRequestRequest(Guid Id);

/// <summary>The requester of an access withdraws the request.</summary>
internal sealed class WithdrawAccessRequestEndpoint(AccessDbContext db, AccessNews news, TimeProvider time)
    : ApiEndpoint<WithdrawAccessRequestRequest, object?>
{
    public override void Configure()
    {
        Post("access/requests/{id}/withdraw");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawAccessRequestRequest request, CancellationToken ct)
    {
        var asked = await db.AccessRequests.FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(asked.SpecialistId);
        HttpContext.Expect(asked);
        asked.Withdraw(Caller.SpecialistId, time.Utc());
        await news.TellDecidedAsync(asked, agreed: false, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
