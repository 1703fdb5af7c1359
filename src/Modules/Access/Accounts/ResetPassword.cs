using Registry.Access.Database;
using Registry.Access.SignIn;
using Registry.Kernel.Access;
using Registry.Kernel.Acts;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.Accounts;

/// <param name="ForgetSecondFactor">Also the device was lost: a new one is enrolled at the next sign-in.</param>
internal sealed record ResetPasswordRequest(Guid Id, bool ForgetSecondFactor = false, string? Confirm = null) : IConfirmed;

/// <param name="Password">Random, for the next sign-in only, shown this once.</param>
internal sealed record ResetPasswordResponse(string Password);

/// <summary>A forgotten password goes through the administrator: a random one, to be changed at once; all sessions end [15.2].</summary>
internal sealed class ResetPasswordEndpoint(AccessDbContext db, Passwords passwords, TimeProvider clock)
    : ApiEndpoint<ResetPasswordRequest, ResetPasswordResponse>
{
    public override void Configure()
    {
        Post("access/accounts/{id}/reset-password");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(ResetPasswordRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        HttpContext.Expect(account);
        request.DemandConfirmed(account.Name);
        var password = Passwords.Random();
        account.ResetPassword(passwords.Hash(password));
        if (request.ForgetSecondFactor)
            account.ForgetSecret();
        await db.EndSessionsAsync(account.Id, clock.Utc(), ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(password), ct);
    }
}
