using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Accounts;

/// <param name="Confirm">Required where the change takes something away.</param>
internal sealed record ChangeAccessRequest(Guid Id, AccessData Access, string? Confirm = null) : IConfirmed;

/// <param name="RequestId">Where the change gives something: it waits for another person. Null where it is in force.</param>
internal sealed record ChangeAccessResponse(Guid? RequestId);

internal sealed class ChangeAccessValidator : Validator<ChangeAccessRequest>
{
    public ChangeAccessValidator() => RuleFor(r => r.Access).NotNull().SetValidator(new AccessDataValidator());
}

/// <summary>
/// Changes role, territory or term [5.admin, 15.1]. What takes something away is in force on the account's next request; what gives something waits for another person of
/// the authorised body.
/// </summary>
internal sealed class ChangeAccessEndpoint(
    AccessDbContext db,
    AccessRules rules,
    AccessRequests requests,
    ITraining training,
    TimeProvider time
) : ApiEndpoint<ChangeAccessRequest, ChangeAccessResponse>
{
    public override void Configure()
    {
        Put("access/accounts/{id}");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeAccessRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        HttpContext.Expect(account);
        await rules.RequireOtherAsync(Caller, account.SpecialistId, ct);
        if (!RightsTable.MayGrant(Caller.Role, request.Access.Role))
            throw new DomainException("account.role-beyond-yours", 403, "access.role");
        var widens = account.IsWidenedBy(request.Access);
        if (widens)
            await rules.RequireFitAsync(account.SpecialistId, request.Access, account.Id, ct);
        if (account.IsNarrowedBy(request.Access))
            request.RequireConfirmed(account.Name);
        var course = await training.OfRequiredAsync(request.Access, account.SpecialistId, ct);
        AccessRequest? asked = null;
        if (widens)
            await requests.AskAsync(asked = AccessRequest.Change(account, request.Access, Caller.SpecialistId, time.Utc()), ct);
        else
            account.Change(request.Access, course);
        // a term that is over ends the sessions for good, whatever term follows
        if (account.StatusOn(time.Today(), bodySuspended: false) is not AccountStatus.Active)
            await db.EndSessionsAsync(account.Id, time.Utc(), ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(asked?.Id), ct);
    }
}
