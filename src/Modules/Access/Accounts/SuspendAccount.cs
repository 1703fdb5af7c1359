using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record SuspendAccountRequest(Guid Id, string Reason, string? Confirm = null) : IConfirmed;

internal sealed class SuspendAccountValidator : Validator<SuspendAccountRequest>
{
    public SuspendAccountValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(Account.ReasonMaxLength);
}

/// <summary>Suspends an access with a reason, effective at once [15.2].</summary>
internal sealed class SuspendAccountEndpoint(AccessDbContext db, AccessRules rules, TimeProvider clock)
    : ApiEndpoint<SuspendAccountRequest, object?>
{
    public override void Configure()
    {
        Post("access/accounts/{id}/suspend");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SuspendAccountRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        await rules.RequireOtherAsync(Caller, account.SpecialistId, ct);
        HttpContext.Expect(account);
        request.RequireConfirmed(account.Name);
        account.Suspend(request.Reason, clock.Utc());
        db.Publish(new AccessSuspended(account.Id), clock);
        await db.EndSessionsAsync(account.Id, clock.Utc(), ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
