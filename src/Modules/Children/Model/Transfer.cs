using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

internal enum TransferStatus
{
    Offered,
    Accepted,
    Refused,
    Withdrawn,

    /// <summary>The case ended before the offer was answered.</summary>
    Lapsed,
}

/// <param name="Remarks">The receiver's answer.</param>
/// <param name="ChildName">The name when the case was offered; null in offers from before it was stored.</param>
internal sealed record TransferContents(string Reason, string? Remarks = null, string? ChildName = null);

/// <summary>A case offered to another specialist, perhaps of another district. The giver stays responsible until it is accepted.</summary>
internal sealed class Transfer : IVersioned, ISealedRow, IAttested
{
    private const string Purpose = "transfer";

    private Transfer() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid CaseId { get; private init; }

    [Attested]
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";

    [Attested]
    public string FromTerritory { get; private init; } = "";

    [Attested]
    public string ToTerritory { get; private init; } = "";

    [Attested]
    public Guid FromId { get; private init; }

    [Attested]
    public Guid ToId { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }

    [Attested]
    public TransferStatus Status { get; private set; }

    [Attested]
    public DateOnly OfferedOn { get; private init; }

    [Attested]
    public DateOnly? DecidedOn { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public static Transfer Offer(
        Registry.Children.Model.Case @case,
        Guid to,
        string territory,
        string reason,
        string childName,
        Seal seal,
        DateOnly on
    ) =>
        new()
        {
            Id = Ids.New(out var id),
            CaseId = @case.Id,
            ChildId = @case.ChildId,
            Number = @case.Number,
            FromTerritory = @case.Territory,
            ToTerritory = territory,
            FromId = @case.ResponsibleId,
            ToId = to,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new TransferContents(reason.Trim(), ChildName: childName)),
            OfferedOn = on,
            Version = Ids.New(),
        };

    public TransferContents Open(Seal seal) => seal.Open<TransferContents>(this, Purpose, SealedContents);

    /// <summary>The case can no longer be handed over; an answered offer is left alone.</summary>
    public void Lapse(DateOnly on)
    {
        if (Status is TransferStatus.Offered)
            (Status, DecidedOn, Version) = (TransferStatus.Lapsed, on, Ids.New());
    }

    /// <exception cref="DomainException"><c>transfer.decided-already</c></exception>
    public void Decide(TransferStatus to, string? remarks, DateOnly on, Seal seal)
    {
        if (Status is not TransferStatus.Offered)
            throw new DomainException("transfer.decided-already");
        (Status, DecidedOn) = (to, on);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Remarks = remarks });
    }
}

/// <summary>The table of <see cref="Transfer"/>.</summary>
internal sealed class TransferConfiguration : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> e)
    {
        e.ToTable("transfers");
        e.Property(t => t.Number).HasMaxLength(40);
        e.Property(t => t.FromTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(t => t.ToTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.HasIndex(t => t.CaseId, "IX_open_transfer").IsUnique().HasFilter(CodeSql.Is("Status", TransferStatus.Offered));
        e.HasIndex(t => new { t.ChildId, t.Id });
        e.HasIndex(t => new { t.ToId, t.Status });
        e.HasIndex(t => new { t.FromId, t.Status });
    }
}
