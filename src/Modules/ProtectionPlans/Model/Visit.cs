using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.ProtectionPlans.Model;

internal enum VisitKind
{
    /// <summary>[13b.4] By the plan's period, or one more.</summary>
    Monitoring,

    /// <summary>[11.5] Some months after the exit: recorded although the case is closed.</summary>
    FollowUp,
}

/// <summary>The sealed contents of a visit.</summary>
/// <param name="Findings">Domain of the assessment to what was found.</param>
internal sealed record VisitContents(string Place, string Seen, IReadOnlyDictionary<string, string> Findings, string NextStep);

/// <summary>A monitoring visit, planned or made [13b.4].</summary>
internal sealed class Visit : IVersioned, ITerritorial, ICaseRow, IRemembers, ISealedRow
{
    public const string Purpose = "visit";

    private Visit() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";
    public VisitKind Kind { get; private init; }
    public DateOnly PlannedOn { get; private set; }
    public DateOnly? MadeOn { get; private set; }
    public Guid? MadeBy { get; private set; }
    public VisitFinding? Finding { get; private set; }

    /// <summary>The day from which the visit is no longer expected: the case ended, or was reopened after an exit.</summary>
    public DateOnly? CalledOffOn { get; private set; }

    [SealedAs(Purpose)]
    public byte[]? SealedContents { get; private set; }
    public int SealNo { get; set; }
    public History<VisitState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public bool IsExpected => MadeOn is null && CalledOffOn is null;

    public DateOnly? Unremembered => StateHistory.Unless(PlannedOn);

    public void Remember(DateOnly on) => StateHistory.Add(on, new(PlannedOn, MadeOn, Finding, CalledOffOn is not null));

    public IFact Fact() => new VisitFact(Id, CaseId, ChildId, StateHistory.States);

    /// <summary>The step that the visit meets when it is recorded.</summary>
    public Step Step => Kind is VisitKind.FollowUp ? Step.FollowUp : Step.Visit;

    public static Visit Plan(
        Guid caseId,
        Guid childId,
        string number,
        string territory,
        DateOnly on,
        VisitKind kind = VisitKind.Monitoring
    ) =>
        new()
        {
            Id = Ids.New(),
            CaseId = caseId,
            ChildId = childId,
            Number = number,
            Territory = territory,
            District = Soate.District(territory),
            Kind = kind,
            PlannedOn = on,
            Version = Ids.New(),
        };

    public static Visit Plan(Plan plan, DateOnly on) => Plan(plan.CaseId, plan.ChildId, plan.Number, plan.Territory, on);

    /// <summary>The calendar changed: it is planned for the day on which its step is due.</summary>
    public void PlanFor(DateOnly day) => PlannedOn = day;

    public void CallOff(DateOnly on)
    {
        if (MadeOn is null)
            CalledOffOn ??= on;
    }

    /// <exception cref="DomainException"><c>visit.made-already</c> or <c>visit.called-off</c></exception>
    public void Record(VisitContents contents, VisitFinding finding, Seal seal, DateOnly on, Guid by)
    {
        if (MadeOn is not null)
            throw new DomainException("visit.made-already");
        if (CalledOffOn is not null)
            throw new DomainException("visit.called-off");
        (SealedContents, Finding, MadeOn, MadeBy) = (seal.Close(this, Purpose, contents), finding, on, by);
    }
}

/// <summary>The table of <see cref="Visit"/>.</summary>
internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> e)
    {
        e.ToTable("visits");
        e.Ignore(v => v.Step);
        e.Ignore(v => v.IsExpected);
        e.Property(v => v.Kind).HasDefaultValue(VisitKind.Monitoring);
        e.HasIndex(v => v.ChildId);
    }
}
