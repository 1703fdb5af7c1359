using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

internal sealed record SignInRequest(string Login, string Password, string? Code = null, string? NewPassword = null);

internal sealed class SignInValidator : Validator<SignInRequest>
{
    public SignInValidator()
    {
        RuleFor(r => r.Login).NotEmpty().MaximumLength(Account.LoginMaxLength);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.Code).MaximumLength(10);
        RuleFor(r => r.NewPassword).MaximumLength(Passwords.MaxLength);
    }
}

/// <summary>
/// The embedded provider's sign-in [14.5, 15.2]: password, then change of a first password, then second factor where the role demands it. Each call
/// carries everything again, so no half-open state is kept.
/// </summary>
internal sealed class SignInEndpoint(
    AccessDbContext db,
    Passwords passwords,
    SecondFactor secondFactor,
    SignInRules rules,
    TimeProvider clock
) : SignInDoor<SignInRequest>(db, secondFactor, rules, clock)
{
    public override void Configure()
    {
        Post("access/sign-in");
        GuardedForNobody(JournalKind.Sign);
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(SignInRequest request, CancellationToken ct)
    {
        await Rules.DemandOpenDoorAsync(Ip, ct);
        var login = request.Login.Trim().ToLowerInvariant();
        var account = await Db.Accounts.FirstOrDefaultAsync(a => a.Login == login, ct);
        if (account is not null)
            HttpContext.JournalAbout(account.Id);
        var isRight = passwords.IsRight(account, request.Password);
        if (account is null || account.IsLocked(Clock.Utc()) || !isRight)
        {
            await RefuseAsync(account, "sign-in.wrong", ct);
            return;
        }
        await DemandActiveAsync(account, ct);
        if (account.MustChangePassword && !await TryChangePasswordAsync(account, request, ct))
        {
            await Send.OkAsync(new(SignInStep.ChangePassword), ct);
            return;
        }
        if (Rules.NeedsSecondFactor(account) && !await PassSecondFactorAsync(account, request.Code, ct))
            return;
        await LetInAsync(account, null, ct);
    }

    private async Task<bool> TryChangePasswordAsync(Account account, SignInRequest request, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(request.NewPassword))
            return false;
        await passwords.ChooseAsync(Db, account, request.NewPassword, "newPassword", ct);
        return true;
    }
}
