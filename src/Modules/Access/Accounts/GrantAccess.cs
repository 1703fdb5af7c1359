using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Access.Rights;
using Registry.Access.SignIn;
using Registry.Access.Territories;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Access.Accounts;

internal sealed record GrantAccessRequest(Guid SpecialistId, string Login, AccessData Access);

/// <param name="Password">Random, for the first sign-in only, shown this once.</param>
internal sealed record GrantAccessResponse(Guid Id, string Password);

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

/// <summary>Gives a registered specialist access for a definite term; it works right away [8, 15.1, 15.2, 26].</summary>
internal sealed class GrantAccessEndpoint(AccessDbContext db, TerritoryBook territories, Passwords passwords, ITraining training)
    : ApiEndpoint<GrantAccessRequest, GrantAccessResponse>
{
    public override void Configure()
    {
        Post("access/accounts");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change);
        Costs(Cost.Password);
        Creates();
    }

    public override async Task HandleAsync(GrantAccessRequest request, CancellationToken ct)
    {
        if (!RightsTable.MayGrant(Caller.Role, request.Access.Role))
            throw new DomainException("account.role-beyond-yours", 403, "access.role");
        if (request.Access.Territory is { } territory)
            await territories.DemandAsync(territory, "access.territory", ct);
        if (!await db.Specialists.AnyAsync(s => s.Id == request.SpecialistId, ct))
            throw new DomainException("specialist.unknown", 400, "specialistId");
        await db.DemandFitAsync(request.SpecialistId, request.Access.Role, "access.role", ct);
        if (await db.Accounts.AnyAsync(a => a.Login == request.Login, ct))
            throw new DomainException("account.login-taken", 409, "login");
        var courseUntil = await training.OfRequiredAsync(request.Access, request.SpecialistId, ct);
        var password = Passwords.Random();
        var account = Account.Grant(request.SpecialistId, request.Access, request.Login, passwords.Hash(password), courseUntil);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"access/accounts/{account.Id}", new(account.Id, password), account.Version);
    }
}
