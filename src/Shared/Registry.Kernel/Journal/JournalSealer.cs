using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Kernel.Data;

namespace Registry.Kernel.Journal;

/// <summary>Seals new entries every second, so that little of the journal is ever outside the chain.</summary>
internal sealed class JournalSealer(IServiceScopeFactory scopes, JournalChain chain, TimeProvider time, ILogger<JournalSealer> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await chain.SealAsync(scope.ServiceProvider.GetRequiredService<KernelDbContext>(), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                log.LogError(problem, "The journal could not be sealed; it is tried again in {Pause}.", Pause);
            }
        }
    }
}
