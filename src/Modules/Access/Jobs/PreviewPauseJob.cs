using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Access.Jobs;

internal sealed record PreviewPauseJobRequest(string Key);

/// <summary>How many runs of the next day do not take place while a job is paused.</summary>
internal sealed class PreviewPauseJobEndpoint(AccessDbContext db, JobSchedules schedules, Texts texts, TimeProvider time)
    : PreviewEndpoint<PreviewPauseJobRequest>
{
    private const int Most = 1_500;

    public override void Configure() => Previews("access/jobs/{key}/consequences", Permission.RunJobs, Reach.Administration);

    public override async Task HandleAsync(PreviewPauseJobRequest request, CancellationToken ct)
    {
        if (!schedules.Jobs.TryGetValue(request.Key, out var job))
            throw DomainException.NotFound();
        var cron = (await db.JobSchedules.FindAsync([job.Key], ct))?.Cron ?? job.Cron;
        var tomorrow = time.Utc().AddDays(1);
        var runs = CronWords.Next(CronWords.Parse(cron)!, time.Utc(), Bishkek.Zone, Most);
        await ShowAsync(
            texts.NameOf($"job.{job.Key}"),
            canBeUndone: true,
            [new(ConsequenceKind.RunsStopped, runs.Count(at => TimeZoneInfo.ConvertTimeToUtc(at, Bishkek.Zone) <= tomorrow))],
            ct
        );
    }
}
