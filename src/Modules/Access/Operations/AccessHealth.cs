using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Access.Model;
using Registry.Platform.Jobs;
using Registry.Platform.Model;
using Registry.Platform.Operations;

namespace Registry.Access.Operations;

/// <summary>Degraded while a mail was given up.</summary>
internal sealed class MailHealth(AccessDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var dead = await db.Notices.WithSpecification(new DeadMails()).CountAsync(cancellationToken);
        return Figures.Judge(
            dead == 0,
            (Figures.MailWaiting, await db.Notices.CountAsync(n => n.Mail == MailStatus.Waiting, cancellationToken)),
            (Figures.MailDead, dead)
        );
    }
}

/// <summary>Degraded while a job keeps failing, or was removed or changed in Hangfire's storage.</summary>
internal sealed class JobsHealth(AccessDbContext db, JobSchedules schedules) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = await db.JobSchedules.WithSpecification(new FailingJobs()).CountAsync(cancellationToken);
        var astray = (await db.AstrayAsync(schedules, cancellationToken)).Count;
        return Figures.Judge(failing == 0 && astray == 0, (Figures.JobsFailing, failing), (Figures.JobsAstray, astray));
    }
}
