using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Guessing;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Code">Six digits of the app, or a recovery code.</param>
internal sealed record SignInRequest(
    string Login,
    string Password,
    string? Code = null,
    string? NewPassword = null,
    PasskeyAnswer? Passkey = null
);

internal sealed class SignInValidator : Validator<SignInRequest>
{
    public SignInValidator()
    {
        RuleFor(r => r.Login).NotEmpty().MaximumLength(Account.LoginMaxLength);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.Code).MaximumLength(RecoveryCode.WrittenMaxLength);
        RuleFor(r => r.NewPassword).MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.Passkey!.Credential).NotEmpty().MaximumLength(DevicePasskeys.AnswerMaxLength).When(r => r.Passkey is not null);
    }
}

/// <summary>
/// The embedded provider's sign-in [14.5, 15.2]: password, then change of a first password, then second factor. Each call carries everything again, so no half-open state is
/// kept.
/// </summary>
internal sealed class SignInEndpoint(DoorParts parts, Passwords passwords) : SignInDoor<SignInRequest>(parts)
{
    public override void Configure()
    {
        Post("access/sign-in");
        GuardedForNobody(JournalKind.Sign);
        Costs(Cost.Password);
    }

    protected override string Way => "password";

    public override async Task HandleAsync(SignInRequest request, CancellationToken ct)
    {
        var login = request.Login.Trim().ToLowerInvariant();
        var account = await Db.Accounts.FirstOrDefaultAsync(a => a.Login == login, ct);
        if (account is not null)
            HttpContext.JournalAbout(account.Id);
        HttpContext.JournalWay(Way);
        var attempt = await AttemptAsync(GuessDoor.Password, login, account?.Id, ct);
        if (!passwords.IsRight(account, request.Password) || account is null)
            throw new DomainException("sign-in.wrong", StatusCodes.Status401Unauthorized);
        await ForgiveAsync(attempt, ct);
        await RequireActiveAsync(account, ct);
        if (account.MustChangePassword && !await TryChangePasswordAsync(account, request, ct))
        {
            await Send.OkAsync(new(SignInStep.ChangePassword), ct);
            return;
        }
        await RenewHashAsync(account, request.Password, ct);
        await FinishAsync(account, new(request.Code, request.Passkey), NeedsSecondFactor(account), null, ct);
    }

    /// <summary>Upgrades a hash with too few rounds in a save of its own; of two concurrent sign-ins, one does it.</summary>
    private async Task RenewHashAsync(Account account, string password, CancellationToken ct)
    {
        if (!passwords.IsOutdated(account))
            return;
        var (old, renewed) = (account.PasswordHash, passwords.Hash(password));
        await using var scope = HttpContext.RequestServices.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == account.Id && a.PasswordHash == old, ct) is { } same)
        {
            same.RenewHash(renewed);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // the other one has
            }
        }
        await Db.Entry(account).ReloadAsync(ct);
    }

    private async Task<bool> TryChangePasswordAsync(Account account, SignInRequest request, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(request.NewPassword))
            return false;
        await passwords.ChooseAsync(Db, account, request.NewPassword, "newPassword", ct);
        return true;
    }
}
