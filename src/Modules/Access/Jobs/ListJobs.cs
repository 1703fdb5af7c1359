using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Jobs;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.Jobs;

/// <param name="Meaning">The cron in plain words.</param>
/// <param name="Standard">The cron that the module itself would use.</param>
/// <param name="Next">The next runs, Bishkek time; empty while paused.</param>
/// <param name="LastProblem">Kind of the error of the last run; null when it went well or never ran.</param>
/// <param name="PausedByTwo">Pausing takes a second person.</param>
/// <param name="Asked">Who requested to pause it, while undecided.</param>
/// <param name="Astray">Hangfire's storage does not hold it as it was set: it was removed or changed there. Saving sets it again.</param>
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
    string? LastProblem,
    bool PausedByTwo,
    PauseAsked? Asked,
    bool Astray
);

/// <param name="CanDecide">The reader of this list is not the requester.</param>
internal sealed record PauseAsked(string By, DateTime At, string Reason, bool CanDecide);

internal sealed record ListJobsResponse(string TimeZone, IReadOnlyList<JobView> Items);

/// <summary>Every recurring job: when it runs, in plain words, and how it ran last.</summary>
internal sealed class ListJobsEndpoint(
    AccessDbContext db,
    JobSchedules schedules,
    ISpecialists specialists,
    Vault vault,
    Texts texts,
    TimeProvider time
) : ApiEndpoint<ListJobsResponse>
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
        var astray = await db.AstrayAsync(schedules, ct);
        var asked = await AskedAsync([.. set.Values.Where(j => j.PauseAskedBy is not null)], ct);
        await Send.OkAsync(
            new(
                Bishkek.Zone.Id,
                [
                    .. jobs.Select(j =>
                        ViewOf(j, set.GetValueOrDefault(j.Key), language) with
                        {
                            Asked = asked.GetValueOrDefault(j.Key),
                            Astray = astray.Contains(j.Key),
                        }
                    ),
                ]
            ),
            ct
        );
    }

    private async Task<Dictionary<string, PauseAsked>> AskedAsync(List<JobSchedule> jobs, CancellationToken ct)
    {
        if (jobs.Count == 0)
            return [];
        var names = await specialists.NamesAsync([.. jobs.Select(j => j.PauseAskedBy!.Value).Distinct()], ct);
        var seal = await vault.OfBaseAsync(ct);
        return jobs.ToDictionary(
            j => j.Key,
            j => new PauseAsked(
                names.GetValueOrDefault(j.PauseAskedBy!.Value) ?? "",
                j.PauseAskedAt!.Value,
                j.PauseReason(seal) ?? "",
                j.PauseAskedBy != Caller.SpecialistId
            )
        );
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
            set?.LastProblem,
            job.PausedByTwo,
            null,
            false
        );
    }
}
