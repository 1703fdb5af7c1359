using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn;

internal sealed record MakeRecoveryCodesRequest(string Password);

internal sealed record MakeRecoveryCodesResponse(IReadOnlyList<string> Codes);

internal sealed class MakeRecoveryCodesValidator : Validator<MakeRecoveryCodesRequest>
{
    public MakeRecoveryCodesValidator() => RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.MaxLength);
}

/// <summary>New recovery codes, shown this once; the old ones open nothing any more [14.3].</summary>
internal sealed class MakeRecoveryCodesEndpoint(AccessDbContext db, FreshSignIn fresh, PresentPassword present, RecoveryCodes recovery)
    : ApiEndpoint<MakeRecoveryCodesRequest, MakeRecoveryCodesResponse>
{
    public override void Configure()
    {
        Post("access/me/recovery-codes");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
        ShowsSecret();
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(MakeRecoveryCodesRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == Caller.AccountId, ct);
        if (!account.SecondFactor)
            throw new DomainException("second-factor.none");
        await fresh.RequireAsync(Caller, ct);
        await present.RequireAsync(account, request.Password, ct);
        var codes = await recovery.MakeAsync(account.Id, ct);
        await fresh.EndOthersAsync(Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(codes), ct);
    }
}
