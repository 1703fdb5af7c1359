using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record GrantAccessRequest(Guid SpecialistId, string Login, AccessData Access);

/// <param name="RequestId">Of the request: another person confirms it and is shown the first password.</param>
internal sealed record GrantAccessResponse(Guid RequestId);

internal sealed class GrantAccessValidator : Validator<GrantAccessRequest>
{
    public GrantAccessValidator()
    {
        RuleFor(r => r.SpecialistId).NotEmpty();
        RuleFor(r => r.Login)
            .NotEmpty()
            .MaximumLength(Account.LoginMaxLength)
            .Matches("^[a-z][a-z0-9._-]{2,59}$")
            .WithErrorCode("account.login-wrong-format");
        RuleFor(r => r.Access).NotNull().SetValidator(new AccessDataValidator());
    }
}

/// <summary>
/// Requests fixed-term access for a registered specialist; it works as soon as another person of the authorised body confirms it [8, 15.1, 15.2, 26]. A person's
/// second access is requested in the same way.
/// </summary>
internal sealed class GrantAccessEndpoint(
    AccessDbContext db,
    AccessRules rules,
    AccessRequests requests,
    ITraining training,
    TimeProvider time
) : ApiEndpoint<GrantAccessRequest, GrantAccessResponse>
{
    public override void Configure()
    {
        Post("access/accounts");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("request for a person's access that waits for its second person");
    }

    public override async Task HandleAsync(GrantAccessRequest request, CancellationToken ct)
    {
        HttpContext.JournalAbout(request.SpecialistId);
        if (!RightsTable.MayGrant(Caller.Role, request.Access.Role))
            throw new DomainException("account.role-beyond-yours", 403, "access.role");
        if (!await db.Specialists.AnyAsync(s => s.Id == request.SpecialistId, ct))
            throw new DomainException("specialist.unknown", 400, "specialistId");
        await rules.RequireOtherAsync(Caller, request.SpecialistId, ct);
        await rules.RequireGrantAsync(request.SpecialistId, request.Login, request.Access, ct);
        await training.OfRequiredAsync(request.Access, request.SpecialistId, ct);
        var asked = AccessRequest.Grant(request.SpecialistId, request.Login, request.Access, Caller.SpecialistId, time.Utc());
        await requests.AskAsync(asked, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync("access/requests", new(asked.Id), asked.Version);
    }
}
