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

internal sealed record ChangeOwnPasswordRequest(string Password, string NewPassword);

internal sealed class ChangeOwnPasswordValidator : Validator<ChangeOwnPasswordRequest>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
        RuleFor(r => r.NewPassword).NotEmpty().MaximumLength(Passwords.MaxLength);
    }
}

/// <summary>Changes one's own password; every other session of the account ends. Guesses at the old one count as they do at the door.</summary>
internal sealed class ChangeOwnPasswordEndpoint(AccessDbContext db, Passwords passwords, SignInRules rules, TimeProvider clock)
    : ApiEndpoint<ChangeOwnPasswordRequest, object?>
{
    private string Ip => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public override void Configure()
    {
        Post("access/me/password");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(ChangeOwnPasswordRequest request, CancellationToken ct)
    {
        await rules.DemandOpenDoorAsync(Ip, ct);
        var account = await db.Accounts.FirstAsync(a => a.Id == Caller.AccountId, ct);
        if (account.IsLocked(clock.Utc()) || !passwords.IsRight(account, request.Password))
        {
            await RefuseAsync(account, ct);
            return;
        }
        await passwords.ChooseAsync(db, account, request.NewPassword, "newPassword", ct);
        account.Succeed();
        foreach (
            var other in await db
                .Sessions.Where(s => s.AccountId == account.Id && s.Id != Caller.SessionId && s.EndedAt == null)
                .ToListAsync(ct)
        )
            other.End(clock.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private async Task RefuseAsync(Account account, CancellationToken ct)
    {
        account.Fail(clock.Utc());
        rules.CountFailure(Ip);
        await db.SaveChangesAsync(ct);
        HttpContext.KeepChangesOnRefusal();
        await Problem.Of(HttpContext, new DomainException("password.wrong", 400, "password")).WriteAsync(HttpContext);
        HttpContext.MarkResponseStart();
    }
}
