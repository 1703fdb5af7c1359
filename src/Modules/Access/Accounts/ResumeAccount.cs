using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record ResumeAccountRequest(Guid Id);

/// <summary>Gives a suspended access back [15.2].</summary>
internal sealed class ResumeAccountEndpoint(AccessDbContext db, AccessRules rules, TimeProvider time)
    : ApiEndpoint<ResumeAccountRequest, object?>
{
    public override void Configure()
    {
        Post("access/accounts/{id}/resume");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ResumeAccountRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        HttpContext.Expect(account);
        await rules.RequireOtherAsync(Caller, account.SpecialistId, ct);
        await db.RequireFitAsync(account.SpecialistId, account.Role, account.Territory, null, ct);
        await rules.RequireCompatibleAsync(account.SpecialistId, account.Role, account.Id, null, ct);
        account.Resume();
        db.Publish(new AccessResumed(account.Id), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
