using System.Text.Json;
using Registry.Kernel.Purging;

namespace Registry.Kernel.Events;

/// <summary>An event of Registry.Contracts that waits to be handed on; ids, codes and dates only.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; }
    public required string Type { get; init; }
    public required string Payload { get; init; }
    public DateTime At { get; init; }
    public DateTime? HandedOnAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Type name of the last handler's exception, without its message.</summary>
    public string? Problem { get; set; }

    internal static OutboxMessage Of(object @event, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            Type = @event.GetType().Name,
            Payload = JsonSerializer.Serialize(@event, @event.GetType()),
            At = at,
        };
}

/// <summary>A handler has dealt with an event: written in the same transaction as its effect, so that each effect happens once.</summary>
[NoSubject("marks of handled events")]
public sealed class InboxMessage
{
    public Guid EventId { get; init; }
    public required string Handler { get; init; }
    public DateTime At { get; init; }
}
