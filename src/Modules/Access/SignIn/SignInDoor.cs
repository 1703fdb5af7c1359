using FastEndpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

internal sealed record SignInResponse(SignInStep Next, Enrolment? Enrolment = null);

/// <summary>What both ways of signing in share [14.5, 15.2]: the second factor, the refusal that is counted, and the pass to the embedded provider.</summary>
internal abstract class SignInDoor<TRequest>(AccessDbContext db, SecondFactor secondFactor, SignInRules rules, TimeProvider clock)
    : ApiEndpoint<TRequest, SignInResponse>
    where TRequest : notnull
{
    protected AccessDbContext Db => db;
    protected SignInRules Rules => rules;
    protected TimeProvider Clock => clock;
    protected string Ip => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>True when the code is right; otherwise the answer is written: the next step, or the refusal.</summary>
    protected async Task<bool> PassSecondFactorAsync(Account account, string? code, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(code))
        {
            if (await secondFactor.AcceptAsync(account, code, ct))
                return true;
            await RefuseAsync(account, "sign-in.wrong-code", ct);
            return false;
        }
        var enrolment = account.SecondFactor ? null : await secondFactor.OfferAsync(account, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(enrolment is null ? SignInStep.EnterCode : SignInStep.EnrolSecondFactor, enrolment), ct);
        return false;
    }

    protected async Task RefuseAsync(Account? account, string code, CancellationToken ct)
    {
        account?.Fail(clock.Utc());
        rules.CountFailure(Ip);
        await db.SaveChangesAsync(ct);
        HttpContext.KeepChangesOnRefusal();
        await Problem.Of(HttpContext, StatusCodes.Status401Unauthorized, code).WriteAsync(HttpContext);
        HttpContext.MarkResponseStart();
    }

    /// <exception cref="DomainException">Suspended, with the body or alone, expired or not yet valid; 403.</exception>
    protected async Task DemandActiveAsync(Account account, CancellationToken ct)
    {
        if (account.StatusOn(clock.Today(), await db.IsBodySuspendedAsync(account, ct)) is not AccountStatus.Active and var status)
            throw new DomainException(
                status is AccountStatus.BodySuspended ? "sign-in.body-suspended" : $"sign-in.{status.ToString().ToLowerInvariant()}",
                StatusCodes.Status403Forbidden
            );
    }

    protected async Task LetInAsync(Account account, AuthenticationProperties? outside, CancellationToken ct)
    {
        account.Succeed();
        // before the save: the cookie's key ring may have to write a new key of its own
        await HttpContext.SignInAsync(AccessSchemes.Provider, AccessSchemes.PrincipalOf(account.Id), outside);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(SignInStep.Done), ct);
    }
}
