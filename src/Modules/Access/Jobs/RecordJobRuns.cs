using Hangfire.Common;
using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Access.Jobs;

/// <summary>Records when a recurring job ran, how long and with what kind of error, so that the schedule page can show it after a restart too.</summary>
internal sealed class RecordJobRuns(IServiceScopeFactory scopes) : JobFilterAttribute, IServerFilter
{
    private const string Started = "registry-started";

    public void OnPerforming(PerformingContext context) => context.Items[Started] = TimeProvider.System.GetTimestamp();

    public void OnPerformed(PerformedContext context)
    {
        if (context.GetJobParameter<string>("RecurringJobId") is not { } key)
            return;
        var took = TimeProvider.System.GetElapsedTime((long)context.Items[Started]);
        var problem = (context.Exception?.InnerException ?? context.Exception)?.GetType().Name;
        // Hangfire's filters are not asynchronous; a worker's own thread waits here
        WriteAsync(key, took, problem).GetAwaiter().GetResult();
    }

    private async Task WriteAsync(string key, TimeSpan took, string? problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobRuns>().RecordAsync(key, took, problem, CancellationToken.None);
    }
}
