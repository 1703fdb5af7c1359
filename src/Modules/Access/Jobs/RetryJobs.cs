using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Jobs;

namespace Registry.Access.Jobs;

/// <summary>Runs failed nightly jobs again by the retry policy; the others come again by themselves soon enough.</summary>
internal sealed class RetryJobs(AccessDbContext db, JobSchedules schedules, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = time.Utc();
        foreach (var job in await db.JobSchedules.Where(j => j.RetryAt <= now && !j.Paused).ToListAsync(ct))
        {
            job.TakeForRetry();
            await db.SaveChangesAsync(ct);
            if (schedules.Jobs.ContainsKey(job.Key))
                schedules.RunNow(job.Key);
        }
    }
}
