using System.Globalization;
using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Jobs;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.Jobs;

internal sealed record AskPauseJobRequest(string Key, string Reason, string? Confirm = null) : IConfirmed;

internal sealed class AskPauseJobValidator : Validator<AskPauseJobRequest>
{
    public AskPauseJobValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(JobSchedule.ReasonMaxLength);
}

/// <summary>
/// Requests to pause a job without which something is lost for good: purges [25.2], backups [5.admin], anchors of the journal [28]. The job runs on until
/// another administrator confirms.
/// </summary>
internal sealed class AskPauseJobEndpoint(
    AccessDbContext db,
    JobSchedules schedules,
    Vault vault,
    Texts texts,
    NoticeWriter book,
    TimeProvider time
) : ApiEndpoint<AskPauseJobRequest, object?>
{
    public override void Configure()
    {
        Post("access/jobs/{key}/pause");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
        AtMostOne("request to pause a job");
    }

    public override async Task HandleAsync(AskPauseJobRequest request, CancellationToken ct)
    {
        if (schedules.Jobs.GetValueOrDefault(request.Key)?.PausedByTwo != true)
            throw DomainException.NotFound();
        request.RequireConfirmed(texts.NameOf($"job.{request.Key}"));
        await db.HoldAsync($"job-{request.Key}", ct);
        var job = await db.OfAsync(request.Key, ct);
        job.AskPause(request.Reason, await vault.OfBaseAsync(ct), Caller.SpecialistId, time.Utc());
        var readers = await Recipients.ReadAsync(db, time.Today(), ct);
        var news = new News(
            NoticeKind.JobPauseRequested,
            string.Create(CultureInfo.InvariantCulture, $"pause:{request.Key}:{time.Utc():yyyyMMddHHmmss}"),
            Matter: $"pause:{request.Key}"
        );
        await book.TellAsync(readers.Administrators().Except(readers.OfSpecialist(Caller.SpecialistId)), news, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
