using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Accounts;

/// <param name="ForgetSecondFactor">The device was lost too: a new one is enrolled at the next sign-in.</param>
internal sealed record ResetPasswordRequest(Guid Id, bool ForgetSecondFactor = false, string? Confirm = null) : IConfirmed;

/// <param name="RequestId">Of the request: another person confirms it and is shown the new password.</param>
internal sealed record ResetPasswordResponse(Guid RequestId);

/// <summary>
/// Requests a new password for a forgotten one [15.2]. Once another person of the authorised body confirms it, all sessions end, and the person approves nothing for a day.
/// </summary>
internal sealed class ResetPasswordEndpoint(AccessDbContext db, AccessRules rules, AccessRequests requests, TimeProvider time)
    : ApiEndpoint<ResetPasswordRequest, ResetPasswordResponse>
{
    public override void Configure()
    {
        Post("access/accounts/{id}/reset-password");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
        Creates();
    }

    public override async Task HandleAsync(ResetPasswordRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        HttpContext.Expect(account);
        await rules.RequireOtherAsync(Caller, account.SpecialistId, ct);
        request.RequireConfirmed(account.Name);
        var asked = AccessRequest.Reset(account, request.ForgetSecondFactor, Caller.SpecialistId, time.Utc());
        await requests.AskAsync(asked, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync("access/requests", new(asked.Id), account.Version);
    }
}
