using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Jobs;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.Jobs;

/// <param name="Meaning">The cron in plain words.</param>
/// <param name="Standard">The cron that the module itself would use.</param>
/// <param name="Next">The next runs, Bishkek time; empty while paused.</param>
/// <param name="LastProblem">Kind of the error of the last run; null when it went well or never ran.</param>
internal sealed record JobView(
    string Key,
    string Title,
    string Cron,
    string Meaning,
    string Standard,
    bool Paused,
    IReadOnlyList<DateTime> Next,
    DateTime? LastStartedAt,
    double? LastSeconds,
    string? LastProblem
);

internal sealed record ListJobsResponse(string TimeZone, IReadOnlyList<JobView> Items);

/// <summary>Every recurring job: when it runs, in plain words, and how it ran last.</summary>
internal sealed class ListJobsEndpoint(AccessDbContext db, JobSchedules schedules, Texts texts, TimeProvider time)
    : ApiEndpoint<ListJobsResponse>
{
    private const int ShownRuns = 3;

    public override void Configure()
    {
        Get("access/jobs");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var set = await db.JobSchedules.AsNoTracking().ToDictionaryAsync(j => j.Key, ct);
        var language = Texts.LanguageOf(HttpContext.Request);
        var jobs = schedules.Jobs.Values.OrderBy(j => j.Key, StringComparer.Ordinal);
        await Send.OkAsync(new(Bishkek.Zone.Id, [.. jobs.Select(j => ViewOf(j, set.GetValueOrDefault(j.Key), language))]), ct);
    }

    private JobView ViewOf(ScheduledJob job, JobSchedule? set, string language)
    {
        var cron = set?.Cron ?? job.Cron;
        var paused = set?.Paused ?? false;
        return new(
            job.Key,
            texts.Say(language, $"job.{job.Key}"),
            cron,
            CronWords.Say(texts, language, cron),
            job.Cron,
            paused,
            paused ? [] : CronWords.Next(CronWords.Parse(cron)!, time.Utc(), Bishkek.Zone, ShownRuns),
            set?.LastStartedAt,
            set?.LastSeconds,
            set?.LastProblem
        );
    }
}
