using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Kernel.Jobs;
using Registry.Kernel.Purging;

namespace Registry.Access.Jobs;

/// <summary>An administrator's setting of a job and how it ran last; survives restarts and upgrades.</summary>
[NoSubject("schedules")]
internal sealed class JobSchedule
{
    public required string Key { get; init; }

    /// <summary>Null: the module's own.</summary>
    public string? Cron { get; set; }
    public bool Paused { get; set; }
    public DateTime? LastStartedAt { get; set; }
    public double? LastSeconds { get; set; }

    /// <summary>Kind of the error of the last run; null when it went well.</summary>
    public string? LastProblem { get; set; }
}

/// <summary>Applies the stored settings to every job.</summary>
internal static class JobSettings
{
    public static async Task ApplyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        var schedules = services.GetRequiredService<JobSchedules>();
        var set = await db.JobSchedules.AsNoTracking().ToDictionaryAsync(j => j.Key, ct);
        foreach (var job in schedules.Jobs.Keys)
            schedules.Apply(job, set.GetValueOrDefault(job)?.Cron, set.GetValueOrDefault(job)?.Paused ?? false);
    }

    public static async Task<JobSchedule> OfAsync(this AccessDbContext db, string key, CancellationToken ct)
    {
        var job = await db.JobSchedules.SingleOrDefaultAsync(j => j.Key == key, ct);
        if (job is null)
            db.JobSchedules.Add(job = new JobSchedule { Key = key });
        return job;
    }
}
