using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Registry.Web;

/// <summary>How many calls an address may make in a minute without anyone being signed in. A whole ministry may be behind one address.</summary>
internal sealed class AnonymousLimit(IConfiguration configuration) : IDisposable
{
    /// <summary>The setting: calls of one address (IPv6: /64) in a minute.</summary>
    public const string Setting = "Registry:Limits:Anonymous:PerMinute";

    /// <summary>Some two hundred sign-ins a minute.</summary>
    public const int Standard = 1_200;
    private const int SecondsOfMinute = 60;

    private readonly PartitionedRateLimiter<string> _limiter = Make(Math.Max(1, configuration.GetValue(Setting, Standard)));

    private static PartitionedRateLimiter<string> Make(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetTokenBucketLimiter(
                address,
                _ =>
                    new()
                    {
                        TokenLimit = perMinute,
                        TokensPerPeriod = Math.Max(1, perMinute / SecondsOfMinute),
                        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondsOfMinute / perMinute)),
                        QueueLimit = 0,
                    }
            )
        );

    public bool Allows(HttpContext context)
    {
        if (context.FindCaller() is not null)
            return true;
        using var lease = _limiter.AttemptAcquire(Addresses.Of(context.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
