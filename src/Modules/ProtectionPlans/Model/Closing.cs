using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.ProtectionPlans.Model;

/// <summary>A criterion of the exit and whether it holds.</summary>
internal sealed record Criterion(string Code, bool Holds);

/// <summary>The sealed contents of a request to end a case.</summary>
internal sealed record ClosingContents(
    string Reason,
    string? Document,
    IReadOnlyList<Criterion> Criteria,
    string? InSpiteOf,
    string? Decision = null,
    string? ReopenReason = null
);

/// <summary>A request to end a case; only the authorised body's territorial unit consents [11.5, 20.9]. The data stay.</summary>
internal sealed class Closing : IVersioned, ITerritorial, ICaseRow, IRemembers, ISealedRow, IAttested
{
    public const string Purpose = "closing";

    private Closing() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid CaseId { get; private init; }

    [Attested]
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";

    [Attested]
    public Ending Ending { get; private init; }

    [Attested]
    public ClosingStatus Status { get; private set; }

    [Attested]
    public DateOnly HappenedOn { get; private init; }

    [Attested]
    public DateOnly RequestedOn { get; private init; }

    [Attested]
    public Guid RequestedBy { get; private init; }

    [Attested]
    public DateOnly? DecidedOn { get; private set; }

    [Attested]
    public Guid? DecidedBy { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public History<ClosingState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public static Closing Request(
        CaseRef about,
        Ending ending,
        DateOnly happenedOn,
        ClosingContents contents,
        Seal seal,
        DateOnly on,
        Guid by
    ) =>
        new()
        {
            Id = Ids.New(out var id),
            CaseId = about.CaseId,
            ChildId = about.ChildId,
            Number = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            Ending = ending,
            HappenedOn = happenedOn,
            RequestedOn = on,
            RequestedBy = by,
            SealedContents = seal.Close(new SealedAt(id), Purpose, contents),
            Version = Ids.New(),
        };

    public DateOnly? Unremembered => StateHistory.Unless(DecidedOn ?? RequestedOn);

    public void Remember(DateOnly on) => StateHistory.Add(on, new(Status, DecidedOn));

    public IFact Fact() => new ClosingFact(Id, CaseId, ChildId, Ending, StateHistory.States);

    public ClosingContents Open(Seal seal) => seal.Open<ClosingContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>closing.decided-already</c></exception>
    public void Decide(bool consents, string remarks, Seal seal, DateOnly on, Guid by)
    {
        if (Status is not ClosingStatus.Requested)
            throw new DomainException("closing.decided-already");
        (Status, DecidedOn, DecidedBy) = (consents ? ClosingStatus.Consented : ClosingStatus.Refused, on, by);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Decision = remarks });
    }

    /// <summary>There is nothing to be ended any more.</summary>
    public void Void()
    {
        if (Status is ClosingStatus.Requested)
            (Status, Version) = (ClosingStatus.Voided, Ids.New());
    }

    public void Reopen(string reason, Seal seal)
    {
        Status = ClosingStatus.Reopened;
        SealedContents = seal.Close(this, Purpose, Open(seal) with { ReopenReason = reason });
    }
}

/// <summary>The table of <see cref="Closing"/>.</summary>
internal sealed class ClosingConfiguration : IEntityTypeConfiguration<Closing>
{
    public void Configure(EntityTypeBuilder<Closing> e)
    {
        e.ToTable("closings");
        e.HasIndex(c => c.ChildId);
        e.HasIndex(c => c.CaseId, "IX_open_closing").IsUnique().HasFilter(CodeSql.Is("Status", ClosingStatus.Requested));
        e.HasIndex(c => new
        {
            c.Status,
            c.District,
            c.Id,
        });
    }
}
