using Registry.Platform.Events;

namespace Registry.Platform.Jobs;

/// <summary>Hands on the events that a crash left behind.</summary>
public sealed class SweepOutbox(OutboxDispatcher dispatcher)
{
    public Task RunAsync(CancellationToken ct) => dispatcher.SweepAsync(ct);
}
