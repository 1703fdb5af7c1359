using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn.Outside;

/// <param name="Code">Of the Base's own second factor, where it is required.</param>
internal sealed record SignInFromOutsideRequest(string? Code = null, PasskeyAnswer? Passkey = null);

internal sealed class SignInFromOutsideValidator : Validator<SignInFromOutsideRequest>
{
    public SignInFromOutsideValidator()
    {
        RuleFor(r => r.Code).MaximumLength(RecoveryCode.WrittenMaxLength);
        RuleFor(r => r.Passkey!.Credential).NotEmpty().MaximumLength(DevicePasskeys.AnswerMaxLength).When(r => r.Passkey is not null);
    }
}

/// <summary>
/// Admits those who have passed the outside provider [14.5, 15.2]: they are matched to an account by the personal number; no account is ever made. Term, suspension,
/// role and scope are the account's, and so is the second factor unless the provider required one that the settings name.
/// </summary>
internal sealed class SignInFromOutsideEndpoint(DoorParts parts, TimeProvider clock) : SignInDoor<SignInFromOutsideRequest>(parts)
{
    public override void Configure()
    {
        Post("access/sign-in/outside");
        GuardedForNobody(JournalKind.Sign);
    }

    protected override string Way => "outside";

    public override async Task HandleAsync(SignInFromOutsideRequest request, CancellationToken ct)
    {
        var came = await CameAsync();
        await RequireUnusedAsync(came.Properties!, ct);
        var account = await AccountOfAsync(came, ct);
        HttpContext.JournalAbout(account.Id);
        HttpContext.JournalWay(came.Principal!.HasClaim(OutsideSignIn.Strong, "true") ? $"{Way}, second factor there" : Way);
        await RequireActiveAsync(account, ct);
        // the first password serves as the receipt of the access [26]: until it is changed no one has taken it over
        if (account.MustChangePassword)
            throw new DomainException("sign-in.password-first", StatusCodes.Status403Forbidden);
        var asks = NeedsSecondFactor(account) && !came.Principal!.HasClaim(OutsideSignIn.Strong, "true");
        var answer = new SecondFactorAnswer(request.Code, request.Passkey);
        if (!asks || !answer.IsEmpty)
            await HttpContext.SignOutAsync(OutsideSignIn.Cookie);
        await FinishAsync(account, answer, asks, Marks(came.Properties!), ct);
    }

    private async Task<AuthenticateResult> CameAsync()
    {
        var schemes = HttpContext.Resolve<IAuthenticationSchemeProvider>();
        return
            await schemes.GetSchemeAsync(OutsideSignIn.Cookie) is not null
            && await HttpContext.AuthenticateAsync(OutsideSignIn.Cookie) is { Succeeded: true } came
            ? came
            : throw new DomainException("sign-in.outside-gone", StatusCodes.Status410Gone);
    }

    private async Task RequireUnusedAsync(AuthenticationProperties came, CancellationToken ct)
    {
        var pass = Guid.Parse(came.Items[OutsideSignIn.Pass]!);
        if (await Db.Sessions.AnyAsync(s => s.OutsidePass == pass, ct))
            throw new DomainException("sign-in.outside-gone", StatusCodes.Status410Gone);
    }

    private async Task<Account> AccountOfAsync(AuthenticateResult came, CancellationToken ct)
    {
        if (came.Principal!.FindFirst(OutsideSignIn.PinToken)?.Value is not { } text)
            throw new DomainException("sign-in.outside-no-pin", StatusCodes.Status403Forbidden);
        var token = Convert.FromBase64String(text);
        var accounts = await Db
            .Accounts.Where(a => Db.Specialists.Any(s => s.Id == a.SpecialistId && s.PinToken == token))
            .OrderByDescending(a => a.ValidUntil)
            .ToListAsync(ct);
        // one person has one body: all their accounts are suspended with it, or none
        var active = accounts.Where(a => a.StatusOn(clock.Today(), bodySuspended: false) is AccountStatus.Active).ToList();
        return active switch
        {
            [var one] => one,
            [_, ..] => throw new DomainException("sign-in.outside-many", StatusCodes.Status403Forbidden),
            _ => accounts.FirstOrDefault() ?? throw new DomainException("sign-in.outside-none", StatusCodes.Status403Forbidden),
        };
    }

    /// <summary>What the session must keep to be ended at both sides.</summary>
    private static AuthenticationProperties Marks(AuthenticationProperties came)
    {
        var marks = new AuthenticationProperties();
        foreach (var name in (string[])[OutsideSignIn.Pass, OutsideSignIn.IdToken, OutsideSignIn.SubjectMark, OutsideSignIn.SessionMark])
            if (came.Items.TryGetValue(name, out var value))
                marks.Items[name] = value;
        return marks;
    }
}
