using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Institutions.Model;

internal static class PlacementKinds
{
    /// <summary>Places that the register of institutions keeps; the others are families.</summary>
    public static bool IsInInstitution(this PlacementKind kind) => kind >= PlacementKind.FamilyTypeHome;

    /// <summary>A day centre leaves the child where it lives.</summary>
    public static bool IsResidential(this PlacementKind kind) => kind is not PlacementKind.DayCentre;
}

/// <param name="LegalGround">The law or decision the placement rests on.</param>
/// <param name="Carer">Who takes the child, where it is a family.</param>
/// <param name="Gap">Where the child was between the earlier placement and this one.</param>
/// <param name="BeyondCapacity">Why the child is placed although the institution is full.</param>
/// <param name="Left">Why it ended and where the child went.</param>
internal sealed record PlacementContents(
    string LegalGround,
    string Decision,
    string DecidedBy,
    string? Carer,
    string? Gap,
    string? BeyondCapacity,
    string? Left = null,
    IReadOnlyList<PlacementReview>? Reviews = null
);

/// <summary>A review of whether the placement is still right.</summary>
internal sealed record PlacementReview(DateOnly On, string Findings);

/// <summary>Where a child lives, from a day until a day [17.3, 20.8]. Names and reasons are sealed.</summary>
internal sealed class Placement : IVersioned, ITerritorial, ICaseRow, IRemembers, ISealedRow
{
    private const string Purpose = "placement";

    private Placement() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private init; }
    public Guid CaseId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";
    public PlacementKind Kind { get; private init; }
    public Guid? InstitutionId { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly DecidedOn { get; private init; }

    /// <summary>The day the child left; null while it lives there.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The last review; the day of placing before the first one.</summary>
    public DateOnly ReviewedOn { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid PlacedBy { get; private init; }
    public History<PlacementState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public static Placement Place(CaseRef about, PlacementDecision said, Seal seal, Guid by) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = about.ChildId,
            CaseId = about.CaseId,
            Number = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            Kind = said.Kind,
            InstitutionId = said.InstitutionId,
            From = said.From,
            DecidedOn = said.DecidedOn,
            ReviewedOn = said.From,
            SealedContents = seal.Close(
                new SealedAt(id),
                Purpose,
                new PlacementContents(said.LegalGround, said.Decision, said.DecidedBy, said.Carer, said.Gap, said.BeyondCapacity)
            ),
            PlacedBy = by,
            Version = Ids.New(),
        };

    public DateOnly? Unremembered => StateHistory.Unless(From);

    public void Remember(DateOnly on) => StateHistory.Add(on, new(From, Until));

    public IFact Fact() => new PlacementFact(Id, ChildId, CaseId, Kind, InstitutionId, StateHistory.States);

    public PlacementContents Open(Seal seal) => seal.Open<PlacementContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>placement.ended</c>, <c>placement.ends-before</c></exception>
    public void Leave(DateOnly on, string because, Seal seal)
    {
        if (Until is not null)
            throw new DomainException("placement.ended");
        if (on < From)
            throw new DomainException("placement.ends-before", 400, "on");
        Until = on;
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Left = because.Trim() });
    }

    /// <summary>The card was opened by mistake: the child never lived there under it.</summary>
    public void Annul() => (Until, Version) = (From, Ids.New());

    /// <exception cref="DomainException"><c>placement.ended</c>, <c>placement.reviewed-before</c></exception>
    public void Review(DateOnly on, string findings, Seal seal)
    {
        if (Until is not null)
            throw new DomainException("placement.ended");
        if (on < ReviewedOn)
            throw new DomainException("placement.reviewed-before", 400, "on");
        ReviewedOn = on;
        var contents = Open(seal);
        SealedContents = seal.Close(this, Purpose, contents with { Reviews = [.. contents.Reviews ?? [], new(on, findings.Trim())] });
    }
}

/// <summary>Two children of one family; each pair is kept once in both directions.</summary>
[StaysWithCard("both ends are children: FollowMergedSiblings")]
internal sealed class SiblingLink
{
    public Guid ChildId { get; init; }
    public Guid SiblingId { get; init; }

    /// <summary>The merge of two cards that added the link.</summary>
    public Guid? MergeId { get; init; }
    public Guid By { get; init; }
    public DateTime At { get; init; }
}

/// <summary>The table of <see cref="Placement"/>.</summary>
internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> e)
    {
        e.ToTable("placements");
        e.Property(p => p.Number).HasMaxLength(40);
        e.HasIndex(p => p.ChildId);
        e.HasIndex(p => p.CaseId);
        e.HasIndex(p => new { p.InstitutionId, p.Until });
        e.HasIndex(p => new
        {
            p.District,
            p.Until,
            p.ReviewedOn,
            p.Id,
        });
    }
}

/// <summary>The table of <see cref="SiblingLink"/>.</summary>
internal sealed class SiblingLinkConfiguration : IEntityTypeConfiguration<SiblingLink>
{
    public void Configure(EntityTypeBuilder<SiblingLink> e)
    {
        e.ToTable("siblings");
        e.HasKey(s => new { s.ChildId, s.SiblingId });
    }
}
