using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Access.Rights;
using Registry.Kernel;
using Registry.Kernel.Time;

namespace Registry.Access.SignIn;

/// <summary>How many tries an address has, and who needs a second factor. The counts lie in the database: a restart forgets nothing.</summary>
internal sealed class SignInRules(AccessDbContext db, IConfiguration configuration, TimeProvider clock)
{
    private const int MostFailures = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Setting that only Development may turn off: <c>Registry:SignIn:SecondFactor</c>.</summary>
    public const string SecondFactorSetting = "Registry:SignIn:SecondFactor";

    /// <exception cref="DomainException"><c>sign-in.too-many</c>, 429.</exception>
    public async Task DemandOpenDoorAsync(string ip, CancellationToken ct)
    {
        var since = clock.Utc() - Window;
        if (await db.SignInFailures.CountAsync(f => f.Ip == ip && f.At > since, ct) >= MostFailures)
            throw new DomainException("sign-in.too-many", 429);
    }

    /// <summary>The caller saves.</summary>
    public void CountFailure(string ip) =>
        db.SignInFailures.Add(
            new SignInFailure
            {
                Id = Ids.New(),
                Ip = ip,
                At = clock.Utc(),
            }
        );

    public bool NeedsSecondFactor(Account account) =>
        account.SecondFactor || (RightsTable.Of(account.Role).SecondFactor && configuration.GetValue(SecondFactorSetting, true));
}
