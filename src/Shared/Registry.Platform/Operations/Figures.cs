using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Registry.Platform.Operations;

/// <summary>What the health checks count, as OpenTelemetry gauges: the checks run by themselves twice a minute while metrics are on.</summary>
public sealed class Figures : IHealthCheckPublisher
{
    public const string MeterName = "Registry";
    public const string EventsWaiting = "registry.outbox.waiting";
    public const string EventsLag = "registry.outbox.lag.seconds";
    public const string EventsDead = "registry.outbox.dead";
    public const string MailWaiting = "registry.mail.waiting";
    public const string MailDead = "registry.mail.dead";
    public const string JobsFailing = "registry.jobs.failing";
    public const string JobsAstray = "registry.jobs.astray";
    public const string Findings = "registry.findings";
    public const string ClockDoubted = "registry.clock.doubted";
    public const string DiskFree = "registry.disk.free.megabytes";

    private readonly ConcurrentDictionary<string, double> _last = new(StringComparer.Ordinal);

    public Figures(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        foreach (
            var name in new[]
            {
                EventsWaiting,
                EventsLag,
                EventsDead,
                MailWaiting,
                MailDead,
                JobsFailing,
                JobsAstray,
                Findings,
                ClockDoubted,
                DiskFree,
            }
        )
            // nothing is reported before the first check
            meter.CreateObservableGauge(
                name,
                () => _last.TryGetValue(name, out var value) ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>()
            );
    }

    /// <summary>Healthy or Degraded, with the figures behind it.</summary>
    public static HealthCheckResult Judge(bool healthy, params (string Name, double Value)[] figures)
    {
        var data = figures.ToDictionary(f => f.Name, f => (object)f.Value);
        return healthy ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in report.Entries.Values.SelectMany(e => e.Data))
            if (value is double figure)
                _last[name] = figure;
        return Task.CompletedTask;
    }
}
