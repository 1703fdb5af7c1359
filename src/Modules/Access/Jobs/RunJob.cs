using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Access.Jobs;

internal sealed record RunJobRequest(string Key);

/// <summary>An administrator runs a job now; every job is safe to run twice.</summary>
internal sealed class RunJobEndpoint(JobSchedules schedules) : ApiEndpoint<RunJobRequest, object?>
{
    public override void Configure()
    {
        Post("access/jobs/{key}/run");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(RunJobRequest request, CancellationToken ct)
    {
        if (!schedules.Jobs.ContainsKey(request.Key))
            throw DomainException.NotFound();
        schedules.RunNow(request.Key);
        await Send.NoContentAsync(ct);
    }
}
