using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Access.Jobs;

/// <param name="Cron">Five fields, Bishkek time; null for the module's own.</param>
/// <param name="Confirm">Required where a running job is paused.</param>
internal sealed record ChangeJobRequest(string Key, bool Paused, string? Cron = null, string? Confirm = null) : IConfirmed;

internal sealed class ChangeJobValidator : Validator<ChangeJobRequest>
{
    public ChangeJobValidator() =>
        RuleFor(r => r.Cron)
            .Must(c => CronWords.Parse(c) is not null)
            .When(r => !string.IsNullOrWhiteSpace(r.Cron))
            .WithErrorCode("cron.wrong-format");
}

/// <summary>An administrator sets when a job runs, pauses it or lets it go on; in force at once.</summary>
internal sealed class ChangeJobEndpoint(AccessDbContext db, JobSchedules schedules, Texts texts, TimeProvider time)
    : ApiEndpoint<ChangeJobRequest, object?>
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(2);

    public override void Configure()
    {
        Put("access/jobs/{key}");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(ChangeJobRequest request, CancellationToken ct)
    {
        var scheduled = schedules.Jobs.GetValueOrDefault(request.Key) ?? throw DomainException.NotFound();
        var job = await db.OfAsync(request.Key, ct);
        if (scheduled.PausedByTwo)
            RequireItRuns(request, job);
        if (request.Paused && !job.Paused)
            request.RequireConfirmed(texts.NameOf($"job.{job.Key}"));
        if (!request.Paused)
            job.ForgetAsk();
        (job.Cron, job.Paused) = (string.IsNullOrWhiteSpace(request.Cron) ? null : request.Cron.Trim(), request.Paused);
        await db.SaveChangesAsync(ct);
        schedules.Apply(job.Key, job.Cron, job.Paused);
        await Send.NoContentAsync(ct);
    }

    /// <summary>A job that is paused by two is not paused by one, nor by a schedule that never fires.</summary>
    private void RequireItRuns(ChangeJobRequest request, JobSchedule job)
    {
        if (request.Paused && !job.Paused)
            throw new DomainException("pause.by-two", 409, "paused");
        if (CronWords.Parse(request.Cron) is { } cron && !CronWords.RunsWithin(cron, LongestPause, time.Utc(), Bishkek.Zone))
            throw new DomainException("cron.too-rare", 400, "cron");
    }
}
