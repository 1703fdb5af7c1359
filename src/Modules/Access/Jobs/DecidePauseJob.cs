using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Access.Jobs;

/// <param name="Pause">False: it goes on.</param>
internal sealed record DecidePauseJobRequest(string Key, bool Pause);

/// <summary>Another administrator pauses a job that is paused by two, or lets it go on.</summary>
internal sealed class DecidePauseJobEndpoint(AccessDbContext db, JobSchedules schedules, SecondPerson second)
    : ApiEndpoint<DecidePauseJobRequest, object?>
{
    public override void Configure()
    {
        Post("access/jobs/{key}/pause/decide");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(DecidePauseJobRequest request, CancellationToken ct)
    {
        if (schedules.Jobs.GetValueOrDefault(request.Key)?.PausedByTwo != true)
            throw DomainException.NotFound();
        await db.HoldAsync($"job-{request.Key}", ct);
        var job = await db.OfAsync(request.Key, ct);
        if (job.PauseAskedBy is not { } asked)
            throw new DomainException("confirmation.decided");
        await second.RequireAsync(Decision.PauseJob, Caller, [asked], ct);
        job.ForgetAsk();
        job.Paused = request.Pause;
        await db.SaveChangesAsync(ct);
        schedules.Apply(job.Key, job.Cron, job.Paused);
        await Send.NoContentAsync(ct);
    }
}
