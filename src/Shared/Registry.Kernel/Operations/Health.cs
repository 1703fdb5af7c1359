using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Kernel.Data;

namespace Registry.Kernel.Operations;

/// <summary>Degraded while a jump of the clock waits for confirmation.</summary>
internal sealed class ClockHealth(ClockGuard guard) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await guard.IsTrustedAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}

/// <summary>Degraded while a nightly check finds something.</summary>
internal sealed class FindingsHealth(KernelDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Findings.AnyAsync(cancellationToken) ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
}
