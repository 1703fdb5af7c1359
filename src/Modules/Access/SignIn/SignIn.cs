using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

internal sealed record SignInRequest(string Login, string Password, string? Code = null, string? NewPassword = null);

internal sealed record SignInResponse(SignInStep Next, Enrolment? Enrolment = null);

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
) : ApiEndpoint<SignInRequest, SignInResponse>
{
    public override void Configure()
    {
        Post("access/sign-in");
        GuardedForNobody(JournalKind.Sign);
    }

    public override async Task HandleAsync(SignInRequest request, CancellationToken ct)
    {
        var ip = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        await rules.DemandOpenDoorAsync(ip, ct);
        var login = request.Login.Trim().ToLowerInvariant();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Login == login, ct);
        if (account is not null)
            HttpContext.JournalAbout(account.Id);
        var isRight = passwords.IsRight(account, request.Password);
        if (account is null || account.IsLocked(clock.Utc()) || !isRight)
        {
            await RefuseAsync(account, ip, "sign-in.wrong", ct);
            return;
        }
        if (account.StatusOn(clock.Today()) is not AccountStatus.Active and var status)
            throw new DomainException($"sign-in.{status.ToString().ToLowerInvariant()}", StatusCodes.Status403Forbidden);
        if (account.MustChangePassword && !TryChangePassword(account, request))
        {
            await Send.OkAsync(new(SignInStep.ChangePassword), ct);
            return;
        }
        if (rules.NeedsSecondFactor(account) && !await PassSecondFactorAsync(account, request.Code, ip, ct))
            return;
        account.Succeed();
        // before the save: the cookie's key ring may have to write a new key of its own
        await HttpContext.SignInAsync(AccessSchemes.Provider, AccessSchemes.PrincipalOf(account.Id));
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(SignInStep.Done), ct);
    }

    private bool TryChangePassword(Account account, SignInRequest request)
    {
        if (string.IsNullOrEmpty(request.NewPassword))
            return false;
        Passwords.Judge(request.NewPassword, account.Login, "newPassword");
        if (passwords.IsRight(account, request.NewPassword))
            throw new DomainException("password.same", 400, "newPassword");
        account.ChoosePassword(passwords.Hash(request.NewPassword));
        return true;
    }

    private async Task<bool> PassSecondFactorAsync(Account account, string? code, string ip, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(code))
        {
            if (await secondFactor.AcceptAsync(account, code, ct))
                return true;
            await RefuseAsync(account, ip, "sign-in.wrong-code", ct);
            return false;
        }
        var enrolment = account.SecondFactor ? null : await secondFactor.OfferAsync(account, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(enrolment is null ? SignInStep.EnterCode : SignInStep.EnrolSecondFactor, enrolment), ct);
        return false;
    }

    private async Task RefuseAsync(Account? account, string ip, string code, CancellationToken ct)
    {
        account?.Fail(clock.Utc());
        db.SignInFailures.Add(
            new SignInFailure
            {
                Id = Ids.New(),
                Ip = ip,
                At = clock.Utc(),
            }
        );
        await db.SaveChangesAsync(ct);
        HttpContext.KeepChangesOnRefusal();
        await Problem.Of(HttpContext, StatusCodes.Status401Unauthorized, code).WriteAsync(HttpContext);
        HttpContext.MarkResponseStart();
    }
}
