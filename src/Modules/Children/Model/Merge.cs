using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

internal enum MergeState
{
    /// <summary>Across districts: the authorised body decides whether both are one child.</summary>
    Asked,
    Refused,

    /// <summary>The requester withdrew it, or the decision was withdrawn before it was carried out.</summary>
    Withdrawn,

    /// <summary>Both are one child; the keeping district's holder chooses the fields.</summary>
    Decided,
    Done,

    /// <summary>Both cards are as before.</summary>
    Undone,

    /// <summary>After the undo period, each row was assigned by hand.</summary>
    Split,
}

/// <summary>A section of the surviving card as it was before the merge.</summary>
internal sealed record SectionBefore(SectionCode Code, byte[] Sealed, int SealNo);

/// <param name="Reason">Why both are one child.</param>
/// <param name="Sections">Those changed by the merge; each is sealed separately.</param>
/// <param name="Names">Other names and numbers the surviving child was found by.</param>
internal sealed record MergeContents(
    string? Reason = null,
    IReadOnlyList<SectionBefore>? Sections = null,
    OtherNames? Names = null,
    string? SplitReason = null
);

/// <summary>Two cards of one child become one: who decided it, who did it and when, and what is needed to undo it.</summary>
[StaysWithCard("the merge itself")]
internal sealed class Merge : IVersioned, ISealedRow, IAttested
{
    /// <summary>Days during which everything can be restored as it was.</summary>
    public const int UndoDays = 30;
    public const string Purpose = "merge";

    private Merge() { }

    public Guid Id { get; private init; }

    /// <summary>The child whose card survives; until the decision, the requester's child.</summary>
    [Attested]
    public Guid ChildId { get; private set; }

    /// <summary>The child whose card is merged into it.</summary>
    [Attested]
    public Guid OtherId { get; private set; }

    [Attested]
    public MergeState State { get; private set; }

    [Attested]
    public DateOnly? AskedOn { get; private init; }

    [Attested]
    public Guid? AskedBy { get; private init; }

    [Attested]
    public DateOnly? DecidedOn { get; private set; }

    [Attested]
    public Guid? DecidedBy { get; private set; }

    [Attested]
    public DateOnly? DoneOn { get; private set; }

    [Attested]
    public Guid? DoneBy { get; private set; }

    /// <summary>The day on which it was undone or split.</summary>
    [Attested]
    public DateOnly? EndedOn { get; private set; }

    [Attested]
    public Guid? EndedBy { get; private set; }

    /// <summary>The case that continued.</summary>
    [Attested]
    public Guid? CaseId { get; private set; }

    /// <summary>The open case that the merge ended.</summary>
    [Attested]
    public Guid? EndedCaseId { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    /// <summary>The last day it can be undone.</summary>
    public DateOnly? UndoUntil => DoneOn?.AddDays(UndoDays);

    public bool CanBeUndone(DateOnly today) => State is MergeState.Done && today <= UndoUntil;

    public static Merge Ask(Guid child, Guid other, string reason, Seal seal, DateOnly on, Guid by) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = child,
            OtherId = other,
            AskedOn = on,
            AskedBy = by,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new MergeContents(reason.Trim())),
            Version = Ids.New(),
        };

    /// <summary>Both cards lie in one scope: no decision is needed.</summary>
    public static Merge Of(Guid child, Guid other, Seal seal) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = child,
            OtherId = other,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new MergeContents()),
            Version = Ids.New(),
        };

    public MergeContents Open(Seal seal) => seal.Open<MergeContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>merge.not-asked</c></exception>
    public void Decide(MergeState to, DateOnly on, Guid by)
    {
        if (State is not MergeState.Asked)
            throw new DomainException("merge.not-asked");
        (State, DecidedOn, DecidedBy) = (to, on, by);
    }

    /// <summary>The other of the two cards is kept: the reason moves under its seal.</summary>
    public void KeepOther(Seal child, Seal other)
    {
        (ChildId, OtherId) = (OtherId, ChildId);
        SealedContents = other.Close(this, Purpose, Open(child));
    }

    /// <exception cref="DomainException"><c>merge.not-decided</c></exception>
    public void TakeBack()
    {
        if (State is not MergeState.Decided)
            throw new DomainException("merge.not-decided");
        State = MergeState.Withdrawn;
    }

    /// <summary>One of the two records is now hidden, or both are one card already.</summary>
    public void CallOff() => (State, Version) = (MergeState.Withdrawn, Ids.New());

    public void Do(Guid? caseId, Guid? endedCaseId, MergeContents contents, Seal seal, DateOnly on, Guid by)
    {
        (State, CaseId, EndedCaseId, DoneOn, DoneBy) = (MergeState.Done, caseId, endedCaseId, on, by);
        SealedContents = seal.Close(this, Purpose, contents);
        Version = Ids.New();
    }

    /// <summary>The row goes back with the merged child.</summary>
    public MovedRow GoesBack(Registry.Platform.Merging.ChildRow row) =>
        new()
        {
            Id = Ids.New(),
            MergeId = Id,
            ChildId = ChildId,
            MergedId = OtherId,
            Entity = row.Entity,
            RowId = row.RowId,
            GoesBack = true,
        };

    public void End(MergeState to, DateOnly on, Guid by) => (State, EndedOn, EndedBy) = (to, on, by);

    public void Explain(string reason, Seal seal) =>
        SealedContents = seal.Close(this, Purpose, Open(seal) with { SplitReason = reason.Trim() });
}

/// <summary>The table of <see cref="Merge"/>.</summary>
internal sealed class MergeConfiguration : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> e)
    {
        e.ToTable("merges");
        e.Ignore(m => m.UndoUntil);
        // one open decision or merge per pair
        e.HasIndex(m => new { m.ChildId, m.OtherId }, "IX_open_merge")
            .IsUnique()
            .HasFilter(CodeSql.Is("State", MergeState.Asked, MergeState.Decided, MergeState.Done));
        e.HasIndex(m => m.OtherId);
    }
}
