using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Jobs;
using Registry.Platform.Journal;

namespace Registry.Access.Jobs;

/// <summary>Records how recurring jobs end. A nightly one has a journal entry too: the journal is never silent for days while the Base runs.</summary>
internal sealed class JobRuns(AccessDbContext db, JobSchedules schedules, JournalWriter journal, TimeProvider time)
{
    /// <param name="problem">Kind of the error; null when the run went well.</param>
    public async Task RecordAsync(string key, TimeSpan took, string? problem, CancellationToken ct)
    {
        var job = await db.OfAsync(key, ct);
        job.LastStartedAt = time.Utc() - took;
        job.LastSeconds = Math.Round(took.TotalSeconds, 3);
        var scheduled = schedules.Jobs.GetValueOrDefault(key);
        if (problem is null)
            job.Succeed();
        else
            job.Fail(problem, scheduled?.IsNightly == true, time.Utc());
        if (job.Failures == JobSchedule.KeepsFailing)
            db.Publish(new TroubleArose(Trouble.Jobs), time);
        await db.SaveChangesAsync(ct);
        if (scheduled?.IsNightly == true)
            await journal.WriteAsync(
                new()
                {
                    At = time.Utc(),
                    Action = scheduled.Type.Name,
                    Kind = JournalKind.Change.Code(),
                    Outcome = problem is null ? 200 : 500,
                }
            );
    }
}
