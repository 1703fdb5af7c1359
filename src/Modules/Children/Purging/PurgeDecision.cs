using Registry.Kernel.Vault;

namespace Registry.Children.Purging;

/// <summary>Of a subject whose birth date is unknown or estimated the authorised body decides until when the data are kept; the reason is sealed.</summary>
internal sealed class PurgeDecision
{
    public const int ReasonMaxLength = 2000;
    private const string Purpose = "purge.reason";

    public Guid ChildId { get; init; }
    public DateOnly PurgeOn { get; private set; }
    public byte[] SealedReason { get; private set; } = [];
    public Guid By { get; private set; }
    public DateTime At { get; private set; }

    public void Decide(DateOnly purgeOn, string reason, Seal seal, Guid by, DateTime at) =>
        (PurgeOn, SealedReason, By, At) = (purgeOn, seal.Close(Purpose, reason.Trim()), by, at);
}
