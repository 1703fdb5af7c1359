using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Platform.Operations;

/// <summary>Degraded while a jump of the clock waits for confirmation.</summary>
internal sealed class ClockHealth(ClockGuard guard) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var trusted = await guard.IsTrustedAsync(cancellationToken);
        return Figures.Judge(trusted, (Figures.ClockDoubted, trusted ? 0 : 1));
    }
}

/// <summary>Degraded while a nightly check finds something.</summary>
internal sealed class FindingsHealth(PlatformDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = await db.Findings.CountAsync(cancellationToken);
        return Figures.Judge(findings == 0, (Figures.Findings, findings));
    }
}

/// <summary>Degraded while an event is a dead letter, or has waited longer than a few tries take.</summary>
internal sealed class OutboxHealth(PlatformDbContext db, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waiting = db.Outbox.Where(m => m.HandedOnAt == null && m.DeadAt == null);
        var count = await waiting.CountAsync(cancellationToken);
        var oldest = await waiting.MinAsync(m => (DateTime?)m.At, cancellationToken);
        var dead = await db.Outbox.CountAsync(m => m.HandedOnAt == null && m.DeadAt != null, cancellationToken);
        var lag = oldest is { } at && time.Utc() > at ? time.Utc() - at : TimeSpan.Zero;
        return Figures.Judge(
            dead == 0 && lag <= LongestLag,
            (Figures.EventsWaiting, count),
            (Figures.EventsLag, lag.TotalSeconds),
            (Figures.EventsDead, dead)
        );
    }
}
