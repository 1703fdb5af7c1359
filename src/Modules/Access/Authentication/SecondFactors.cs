using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Registry.Access.Model;

namespace Registry.Access.Authentication;

/// <param name="Code">Six digits of the app, or a recovery code.</param>
internal sealed record SecondFactorAnswer(string? Code, PasskeyAnswer? Passkey)
{
    public const int DigitsOfApps = 6;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && Passkey is null;

    /// <summary>What the journal calls it.</summary>
    public string Way =>
        Passkey is not null ? "passkey"
        : Code!.Trim().Length == DigitsOfApps ? "app"
        : "recovery code";
}

/// <summary>The second factor of a sign-in [14.3]: codes of an app, passkeys of a device, and recovery codes for the day on which either is lost.</summary>
internal sealed class SecondFactors(
    AccessDbContext db,
    SecondFactor codes,
    RecoveryCodes recovery,
    DevicePasskeys passkeys,
    IConfiguration configuration
)
{
    /// <summary>Setting that only Development may turn off: <c>Registry:SignIn:SecondFactor</c>.</summary>
    public const string Setting = "Registry:SignIn:SecondFactor";

    /// <summary>Everyone who sees children or gives access; where the setting is off, anyone who has enrolled.</summary>
    public bool AreNeededBy(Account account) =>
        account.SecondFactor || (RightsTable.Of(account.Role).SecondFactor && configuration.GetValue(Setting, true));

    /// <summary>What to prompt for: one of the enrolled factors, or enrolment. The caller saves.</summary>
    public async Task<SignInResponse> AskAsync(Account account, HttpContext http, CancellationToken ct) =>
        account.SecondFactor
            ? new(SignInStep.EnterCode, Passkey: await passkeys.AskAsync(account, http, ct))
            : new(SignInStep.EnrolSecondFactor, await codes.OfferAsync(account, ct), await passkeys.AskForNewAsync(account, http));

    /// <summary>True when the answer is right; it is used up. Call it before the call's own transaction begins.</summary>
    public async Task<bool> AreRightAsync(Account account, SecondFactorAnswer answer, HttpContext http, CancellationToken ct)
    {
        if (answer.Passkey is { } device)
            return account.SecondFactor
                ? await passkeys.IsRightAsync(account, device, http, ct)
                : await EnrolDeviceAsync(account, device, http, ct);
        var code = answer.Code!.Trim();
        return code.Length == SecondFactorAnswer.DigitsOfApps
            ? await codes.AcceptAsync(account, code, ct)
            : account.SecondFactor && await recovery.UseUpAsync(account.Id, code, ct);
    }

    private async Task<bool> EnrolDeviceAsync(Account account, PasskeyAnswer device, HttpContext http, CancellationToken ct)
    {
        if (await passkeys.AddAsync(account, device, http, ct) is null)
            return false;
        // the secret that was shown beside it is no key to this account
        account.ForgetSecret();
        return true;
    }

    /// <summary>After the first right answer the account is enrolled. The caller saves.</summary>
    /// <returns>The recovery codes, to be shown this once; null for who was enrolled already.</returns>
    public async Task<IReadOnlyList<string>?> EnrolAsync(Account account, CancellationToken ct)
    {
        if (account.SecondFactor)
            return null;
        // of an enrolment that was forgotten since
        db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.AccountId == account.Id).ToListAsync(ct));
        account.Enrol();
        return await recovery.MakeAsync(account.Id, ct);
    }
}
