using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Platform.Model;

namespace Registry.Platform.Journal;

/// <summary>Seals new entries every second, so that little of the journal is ever outside the chain, and writes the head to the anchor beside it every minute.</summary>
internal sealed class JournalSealer(IServiceScopeFactory scopes, JournalChain chain, TimeProvider time, ILogger<JournalSealer> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnchorPause = TimeSpan.FromMinutes(1);
    private DateTimeOffset _anchoredAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await SealAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                log.LogError(problem, "The journal could not be sealed; it is tried again in {Pause}.", Pause);
            }
        }
    }

    private async Task SealAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await chain.SealAsync(db, ct);
        if (time.GetUtcNow() - _anchoredAt < AnchorPause)
            return;
        await chain.AnchorHereAsync(db, ct);
        _anchoredAt = time.GetUtcNow();
    }
}
