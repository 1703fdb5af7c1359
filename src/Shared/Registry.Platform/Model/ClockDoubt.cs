using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>The machine's clock jumped: between one journal entry and the next lie more than two days. Open until an administrator confirms today's date.</summary>
[NoSubject("jumps of the machine's clock")]
public sealed class ClockDoubt
{
    /// <summary>The last journal entry before the jump.</summary>
    public long AfterSeq { get; init; }
    public DateTime LastEntryAt { get; init; }

    /// <summary>According to the doubted clock.</summary>
    public DateTime FoundAt { get; init; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    public void Confirm(Guid by, DateTime at) => (ConfirmedBy, ConfirmedAt) = (by, at);
}
