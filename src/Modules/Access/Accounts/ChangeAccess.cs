using FastEndpoints;
using FluentValidation;
using Registry.Access.Database;
using Registry.Access.Rights;
using Registry.Access.Territories;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Acts;
using Registry.Kernel.Web;

namespace Registry.Access.Accounts;

/// <param name="Confirm">Owed where the change takes something away.</param>
internal sealed record ChangeAccessRequest(Guid Id, AccessData Access, string? Confirm = null) : IConfirmed;

internal sealed class ChangeAccessValidator : Validator<ChangeAccessRequest>
{
    public ChangeAccessValidator() => RuleFor(r => r.Access).NotNull().SetValidator(new AccessDataValidator());
}

/// <summary>Changes role, territory or term; in force on the account's next request [5.admin, 15.1].</summary>
internal sealed class ChangeAccessEndpoint(AccessDbContext db, TerritoryBook territories, ITraining training)
    : ApiEndpoint<ChangeAccessRequest, object?>
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
        if (!RightsTable.MayGrant(Caller.Role, request.Access.Role))
            throw new DomainException("account.role-beyond-yours", 403, "access.role");
        if (request.Access.Territory is { } territory)
            await territories.DemandAsync(territory, "access.territory", ct);
        await db.DemandFitAsync(account.SpecialistId, request.Access.Role, "access.role", ct);
        if (account.IsNarrowedBy(request.Access))
            request.DemandConfirmed(account.Name);
        account.Change(request.Access, await training.OfRequiredAsync(request.Access, account.SpecialistId, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
