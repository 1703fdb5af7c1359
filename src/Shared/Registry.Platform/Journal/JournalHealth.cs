using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Platform.Journal;

/// <summary>
/// Unhealthy while the journal cannot be written, for then nothing is answered; Degraded while a head that was marked is gone from the chain. After a failure the check
/// writes an entry itself: that the journal goes on again, and from when.
/// </summary>
internal sealed class JournalHealth(JournalWriter writer, JournalChain chain, TimeProvider time) : IHealthCheck
{
    private const string Action = "ResumeJournal";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (writer.HasFailed && !await IsWritableAsync())
            return HealthCheckResult.Unhealthy();
        return chain.CutAt is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
    }

    private async Task<bool> IsWritableAsync()
    {
        try
        {
            await writer.WriteAsync(
                new()
                {
                    At = time.Utc(),
                    Action = Action,
                    Kind = JournalKind.Change.Code(),
                    Outcome = 200,
                }
            );
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
