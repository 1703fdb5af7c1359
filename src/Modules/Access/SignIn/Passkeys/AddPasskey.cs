using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn.Passkeys;

/// <param name="Password">The present one: an open session alone adds no way in.</param>
internal sealed record AddPasskeyRequest(string Password, PasskeyAnswer Passkey);

internal sealed class AddPasskeyValidator : Validator<AddPasskeyRequest>
{
    public AddPasskeyValidator()
    {
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.Passkey).NotNull();
        RuleFor(r => r.Passkey.Credential).NotEmpty().MaximumLength(DevicePasskeys.AnswerMaxLength).When(r => r.Passkey is not null);
    }
}

/// <summary>Adds a further device to one's own account, which has a second factor already [14.3].</summary>
internal sealed class AddPasskeyEndpoint(AccessDbContext db, FreshSignIn fresh, PresentPassword present, DevicePasskeys passkeys)
    : ApiEndpoint<AddPasskeyRequest, object?>
{
    public override void Configure()
    {
        Post("access/me/passkeys");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(AddPasskeyRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == Caller.AccountId, ct);
        if (!account.SecondFactor)
            throw new DomainException("second-factor.none");
        await fresh.RequireAsync(Caller, ct);
        await present.RequireAsync(account, request.Password, ct);
        if (await passkeys.AddAsync(account, request.Passkey, HttpContext, ct) is null)
            throw new DomainException("passkey.not-accepted", 400, "passkey");
        await fresh.EndOthersAsync(Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
