using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>Where the holder says that the number is wrong.</summary>
internal enum WrongNumberAt
{
    Here,
    There,
}

/// <summary>How a number conflict was settled.</summary>
internal enum NumberSettling
{
    /// <summary>The card that had the number now has another one, or none.</summary>
    Corrected,

    /// <summary>It keeps the number, marked as under clarification.</summary>
    BeingClarified,

    /// <summary>The requester had entered it wrongly.</summary>
    WrongThere,
}

/// <param name="Reason">Why the case is requested.</param>
/// <param name="Pin">The contested number.</param>
/// <param name="Answer">The holder's answer.</param>
/// <param name="Because">Why it was settled this way.</param>
internal sealed record CaseRequestContents(string Reason, string Pin, string? Answer = null, string? Because = null);

/// <summary>
/// A holder has a child whose personal number belongs to a card elsewhere, and requests the case from its holder. The request is stored with the child found,
/// sealed under its key; the requester learns nothing about that child.
/// </summary>
internal sealed class CaseRequest : IVersioned, ITerritorial, ICaseRow, ISealedRow, IAttested
{
    /// <summary>Requests one person may make per day.</summary>
    public const int MostADay = 10;
    private const string Purpose = "case-request";

    private CaseRequest() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid ChildId { get; private init; }

    [Attested]
    public Guid CaseId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    /// <summary>The signal at which the number was entered, or the card.</summary>
    public Guid? AtSignalId { get; private init; }
    public Guid? AtChildId { get; private init; }
    public string AtNumber { get; private init; } = "";

    /// <summary>The territory that wants the case.</summary>
    public string ForTerritory { get; private init; } = "";

    [Attested]
    public Guid RequestedBy { get; private init; }

    [Attested]
    public DateOnly RequestedOn { get; private init; }

    /// <summary>Sequence number among the person's requests that day.</summary>
    public int OfDay { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }

    [Attested]
    public CaseRequestStatus Status { get; private set; }

    [Attested]
    public WrongNumberAt? WrongAt { get; private set; }

    [Attested]
    public NumberSettling? Settling { get; private set; }
    public DateOnly DueOn { get; private set; }

    [Attested]
    public Guid? AnsweredBy { get; private set; }

    [Attested]
    public DateOnly? AnsweredOn { get; private set; }

    [Attested]
    public Guid? SettledBy { get; private set; }

    [Attested]
    public DateOnly? SettledOn { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public bool IsOpen => Status is CaseRequestStatus.Asked or CaseRequestStatus.Conflict;

    public static CaseRequest Ask(Case found, RequestedAt at, CaseRequestContents contents, Seal seal, Guid by, DateOnly on, int ofDay) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = found.ChildId,
            CaseId = found.Id,
            Number = found.Number,
            Territory = found.Territory,
            District = found.District,
            AtSignalId = at.SignalId,
            AtChildId = at.ChildId,
            AtNumber = at.Number,
            ForTerritory = at.Territory,
            RequestedBy = by,
            RequestedOn = on,
            OfDay = ofDay,
            SealedContents = seal.Close(new SealedAt(id), Purpose, contents),
            Version = Ids.New(),
        };

    public CaseRequestContents Open(Seal seal) => seal.Open<CaseRequestContents>(this, Purpose, SealedContents);

    public void OweBy(DateOnly day) => DueOn = day;

    /// <param name="wrongAt">Null if the holder refuses.</param>
    /// <exception cref="DomainException"><c>case-request.not-open</c></exception>
    public void Answer(WrongNumberAt? wrongAt, string remarks, Guid by, DateOnly on, Seal seal)
    {
        Require(CaseRequestStatus.Asked, "case-request.not-open");
        Status = wrongAt is null ? CaseRequestStatus.Refused : CaseRequestStatus.Conflict;
        (WrongAt, AnsweredBy, AnsweredOn) = (wrongAt, by, on);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Answer = remarks.Trim() });
    }

    /// <summary>The case was offered to the requester.</summary>
    public void Offer(Guid by, DateOnly on) => (Status, AnsweredBy, AnsweredOn, Version) = (CaseRequestStatus.Offered, by, on, Ids.New());

    /// <exception cref="DomainException"><c>number-conflict.not-open</c></exception>
    public void Settle(NumberSettling how, string because, Guid by, DateOnly on, Seal seal)
    {
        Require(CaseRequestStatus.Conflict, "number-conflict.not-open");
        (Status, Settling, SettledBy, SettledOn) = (CaseRequestStatus.Settled, how, by, on);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Because = because.Trim() });
    }

    /// <exception cref="DomainException"><c>case-request.not-open</c></exception>
    public void Withdraw(string because, Guid by, DateOnly on, Seal seal)
    {
        Require(CaseRequestStatus.Asked, "case-request.not-open");
        (Status, SettledBy, SettledOn) = (CaseRequestStatus.Withdrawn, by, on);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Because = because.Trim() });
    }

    public void Lapse(DateOnly on) => (Status, SettledOn, Version) = (CaseRequestStatus.Lapsed, on, Ids.New());

    private void Require(CaseRequestStatus status, string otherwise)
    {
        if (Status != status)
            throw new DomainException(otherwise);
    }

    /// <summary>The child the request was made for is purged: the request stays with the child found and no longer names the other one.</summary>
    public static Task<int> ForgetAskersAsync(ChildrenDbContext db, Guid subject, CancellationToken ct) =>
        db
            .CaseRequests.Where(r => r.AtChildId == subject || db.Signals.Any(s => s.Id == r.AtSignalId && s.ChildId == subject))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.AtChildId, (Guid?)null)
                        .SetProperty(r => r.AtSignalId, (Guid?)null)
                        .SetProperty(r => r.AtNumber, ""),
                ct
            );
}

/// <summary>The signal or card at which the number was refused.</summary>
internal sealed record RequestedAt(Guid? SignalId, Guid? ChildId, string Number, string Territory);

/// <summary>The table of <see cref="CaseRequest"/>.</summary>
internal sealed class CaseRequestConfiguration : IEntityTypeConfiguration<CaseRequest>
{
    public void Configure(EntityTypeBuilder<CaseRequest> e)
    {
        e.ToTable("case_requests");
        e.Property(r => r.Number).HasMaxLength(40);
        e.Property(r => r.AtNumber).HasMaxLength(40);
        e.Property(r => r.ForTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.HasIndex(r => new { r.ChildId, r.RequestedBy }, "IX_open_case_request")
            .IsUnique()
            .HasFilter(CodeSql.Is("Status", CaseRequestStatus.Asked, CaseRequestStatus.Conflict));
        // enforces the daily limit even for concurrent requests
        e.HasIndex(r => new
            {
                r.RequestedBy,
                r.RequestedOn,
                r.OfDay,
            })
            .IsUnique();
        e.HasIndex(r => new { r.District, r.Id });
        e.HasIndex(r => r.AtChildId);
        e.HasIndex(r => r.AtSignalId);
    }
}
