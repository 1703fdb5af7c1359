using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

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

/// <summary>Changes one's own password; every other session of the account ends. Guesses at the old one become slow as they do at the door.</summary>
internal sealed class ChangeOwnPasswordEndpoint(AccessDbContext db, FreshSignIn fresh, PresentPassword present, Passwords passwords)
    : ApiEndpoint<ChangeOwnPasswordRequest, object?>
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
        await fresh.RequireAsync(Caller, ct);
        await present.RequireAsync(account, request.Password, ct);
        await passwords.ChooseAsync(db, account, request.NewPassword, "newPassword", ct);
        await fresh.EndOthersAsync(Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
