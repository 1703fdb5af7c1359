using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

internal sealed record ChangeOwnPasswordRequest(string Password, string NewPassword);

internal sealed class ChangeOwnPasswordValidator : Validator<ChangeOwnPasswordRequest>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.NewPassword).NotEmpty().MaximumLength(Passwords.MaxLength);
    }
}

/// <summary>Changes one's own password.</summary>
internal sealed class ChangeOwnPasswordEndpoint(AccessDbContext db, Passwords passwords) : ApiEndpoint<ChangeOwnPasswordRequest, object?>
{
    public override void Configure()
    {
        Post("access/me/password");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(ChangeOwnPasswordRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == Caller.AccountId, ct);
        if (!passwords.IsRight(account, request.Password))
            throw new DomainException("password.wrong", 400, "password");
        Passwords.Judge(request.NewPassword, account.Login, "newPassword");
        account.ChoosePassword(passwords.Hash(request.NewPassword));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
