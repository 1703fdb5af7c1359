using System.Text.Json;
using System.Text.RegularExpressions;
using Registry.Basics;
using Registry.Platform.Keys;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>An event of Registry.Contracts that waits to be handed on; ids, codes and dates only, under the veil.</summary>
[Expires("events: ids, codes and dates", "30 days after they were handed on", "platform.forget-handed-on")]
public sealed partial class OutboxMessage : IVeiled
{
    private const string Purpose = "outbox.payload";

    public Guid Id { get; init; }
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; set; }
    public byte[] VeiledPayload { get; private set; } = [];

    /// <summary>Every id in the payload, so that a purge finds what names its subject.</summary>
    public string Names { get; private set; } = "";

    /// <summary>The plain column of a row from before the veil.</summary>
    internal string PlainPayload { get; private set; } = "";

    /// <summary>Events about the same subject keep their order; null for an event about none.</summary>
    public Guid? Subject { get; init; }
    public DateTime At { get; init; }

    /// <summary>Every handler dealt with it, or an administrator discarded it.</summary>
    public DateTime? HandedOnAt { get; private set; }

    /// <summary>Failures since it was published, or since an administrator last requested another try.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this moment; null: at once.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>A dead letter since then: tried no more until an administrator decides.</summary>
    public DateTime? DeadAt { get; private set; }

    /// <summary>Type name of the last handler's exception, without its message.</summary>
    public string? Problem { get; private set; }

    /// <summary>Type name of the handler that failed last.</summary>
    public string? FailedHandler { get; private set; }

    public void Open(Veil veil) => Payload = veil.Open(Id, Purpose, VeiledPayload, PlainPayload) ?? "";

    public void Close(Veil veil)
    {
        VeiledPayload = veil.Close(Id, Purpose, VeiledPayload, Payload);
        Names = string.Join(' ', AnyId().Matches(Payload).Select(m => m.Value).Distinct());
        PlainPayload = "";
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex AnyId();

    internal bool IsDue => HandedOnAt is null && DeadAt is null && NextAt is null;

    internal static OutboxMessage Of(object @event, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            Type = @event.GetType().Name,
            Payload = JsonSerializer.Serialize(@event, @event.GetType(), StoredJson.Options),
            Subject = EventSubject.Of(@event),
            At = at,
        };

    internal void HandOn(DateTime now) => HandedOnAt = now;

    internal void Fail(string problem, string? handler, DateTime now)
    {
        (Problem, FailedHandler) = (problem, handler);
        NextAt = RetryPolicy.NextAt(++Attempts, now);
        DeadAt = NextAt is null ? now : null;
    }

    public void Retry() => (Attempts, NextAt, DeadAt) = (0, null, null);

    public void PutAway(DateTime now) => HandedOnAt = now;
}

/// <summary>A handler has dealt with an event: written in the same transaction as its effect, so that each effect happens once.</summary>
[Expires("marks of handled events", "as long as their events", "platform.forget-handed-on")]
public sealed class InboxMessage
{
    public Guid EventId { get; init; }
    public required string Handler { get; init; }
    public DateTime At { get; init; }
}
