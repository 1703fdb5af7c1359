using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Contracts;
using Registry.Platform.Keys;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>The state of something counted from one day until another: a figure for a past day reads the rows of that day (docs/adr/0031).</summary>
internal abstract class StateRow
{
    public static readonly DateOnly Always = DateOnly.MaxValue;

    public Guid Id { get; init; }
    public DateOnly Since { get; set; }

    /// <summary>The first day on which it was no longer valid.</summary>
    public DateOnly Until { get; set; } = Always;
}

/// <summary>[22.1, 22.4] A signal, in the place where the child was found.</summary>
[StaysBehind("counted where the child was found")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class SignalRow : StateRow, ITerritorial
{
    public Guid ChildId { get; set; }
    public string Territory { get; set; } = "";
    public string District { get; set; } = "";
    public DateOnly FoundOn { get; set; }
    public DateOnly RegisteredOn { get; set; }
    public SignalSource Source { get; set; }
    public string Channel { get; set; } = "";
    public SignalStatus Status { get; set; }
}

/// <summary>[22.2, 22.3] A case with everything counted about its child and its progress, in one row: a report reads one table.</summary>
[StaysBehind("moved by its own fact")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class CaseRow : StateRow, ITerritorial
{
    public Guid ChildId { get; set; }
    public string Number { get; set; } = "";
    public string Territory { get; set; } = "";
    public string District { get; set; } = "";
    public string FoundDistrict { get; set; } = "";
    public DateOnly FoundOn { get; set; }
    public DateOnly OpenedOn { get; set; }
    public DateOnly? InformationOn { get; set; }
    public CaseStatus Status { get; set; }

    /// <summary>The day since which it is closed.</summary>
    public DateOnly? EndedOn { get; set; }
    public DateOnly? AssessedOn { get; set; }
    public DateOnly? PlanOn { get; set; }
    public Risk? Risk { get; set; }

    /// <summary>Null while it is not assessed.</summary>
    public Conclusion? Conclusion { get; set; }

    /// <summary>The case is open, its assessment did not deny the situation, and no other case counts the child.</summary>
    public bool Counted { get; set; }
    public Sex? Sex { get; set; }

    /// <summary>The age band, constant over the row's days; empty if the birth date is unknown.</summary>
    public string AgeBand { get; set; } = "";
    public bool? Disability { get; set; }
    public bool ParentsAbroad { get; set; }
    public int Completeness { get; set; }
    public DateOnly? ChangedOn { get; set; }

    /// <summary>The row that follows when the case ends.</summary>
    public CaseRow Close(DateOnly on)
    {
        var closed = (CaseRow)MemberwiseClone();
        (closed.Since, closed.Until, closed.Status, closed.EndedOn, closed.Counted) = (on, Always, CaseStatus.Closed, on, false);
        return closed;
    }
}

/// <summary>[22.3] A cause or a legal status of the child of a case, and who said so.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class CaseCodeRow : StateRow
{
    public const string Cause = "cause";
    public const string LegalStatus = "status";
    public const string OfCard = "card";
    public const string OfAssessment = "assessment";

    public required string Kind { get; init; }
    public required string Code { get; init; }
    public required string Source { get; init; }
}

/// <summary>A version of a plan.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class PlanRow : StateRow
{
    public Guid CaseId { get; set; }
    public PlanStatus Status { get; set; }
}

/// <summary>[11.5] A request to end a case.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class ClosingRow : StateRow
{
    public Guid CaseId { get; set; }
    public Guid ChildId { get; set; }
    public Ending Ending { get; set; }
    public ClosingStatus Status { get; set; }
    public DateOnly? DecidedOn { get; set; }
}

/// <summary>[22.5] A measure of an approved plan.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class MeasureRow : StateRow
{
    public Guid PlanId { get; set; }
    public Guid ChildId { get; set; }
    public string Body { get; set; } = "";
    public MeasureStatus Status { get; set; }
    public DateOnly StartedOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>Why it was not carried out, or not in time.</summary>
    public MeasureObstacle? Obstacle { get; set; }
}

/// <summary>[22.6] A monitoring visit.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class VisitRow : StateRow
{
    public Guid CaseId { get; set; }
    public Guid ChildId { get; set; }

    /// <summary>Visits planned when the case ended belong to the exit itself.</summary>
    public DateOnly EnteredOn { get; set; }
    public DateOnly PlannedOn { get; set; }
    public DateOnly? MadeOn { get; set; }
    public bool CalledOff { get; set; }

    /// <summary>How the child fared.</summary>
    public VisitFinding? Finding { get; set; }
}

[NoSubject("institutions as they are counted")]
internal sealed class InstitutionRow : StateRow, ITerritorial
{
    public string Territory { get; set; } = "";
    public string District { get; set; } = "";
    public InstitutionKind Kind { get; set; }
    public Ownership Ownership { get; set; }
    public int Capacity { get; set; }
    public DateOnly? ClosedOn { get; set; }
}

[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class PlacementRow : StateRow
{
    public Guid ChildId { get; set; }
    public Guid? InstitutionId { get; set; }
    public PlacementKind Kind { get; set; }
    public DateOnly PlacedOn { get; set; }
    public DateOnly? LeftOn { get; set; }
}

/// <summary>An error in date or place that was corrected after counting: figures of earlier days say so.</summary>
[StaysBehind("figures changed where the error was")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class CorrectionRow : ITerritorial
{
    public const string OfSignal = "signal";
    public const string OfCase = "case";

    /// <summary>Steps are corrected in the Platform's own rows.</summary>
    public const string OfStep = "step";

    public const string Date = "date";
    public const string Place = "place";
    public const string Child = "child";
    public const string Void = "void";

    /// <summary>The signal or case.</summary>
    public Guid Id { get; init; }
    public DateOnly CorrectedOn { get; init; }
    public required string Kind { get; init; }

    /// <summary>Where figures may have changed: a corrected place has two.</summary>
    public required string Territory { get; init; }
    public required string District { get; init; }
    public required string About { get; init; }
    public Guid ChildId { get; set; }

    /// <summary>The first day whose figures may have changed.</summary>
    public DateOnly Since { get; set; }
}

/// <summary>Facts about a child: its cases' rows are rebuilt from them when other facts about them arrive.</summary>
internal sealed class ToldChild : IVeiled
{
    private const string Purpose = "told-child";

    public Guid Id { get; init; }
    public string Fact { get; set; } = "";
    public byte[] VeiledFact { get; private set; } = [];

    /// <summary>The plain column of a row from before the veil.</summary>
    public string PlainFact { get; private set; } = "";

    public void Open(Veil veil) => Fact = veil.Open(Id, Purpose, VeiledFact, PlainFact) ?? "";

    public void Close(Veil veil) => (VeiledFact, PlainFact) = (veil.Close(Id, Purpose, VeiledFact, Fact), "");
}

/// <summary>Facts about a case.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class ToldCase
{
    public Guid Id { get; init; }
    public Guid ChildId { get; set; }
    public string Fact { get; set; } = "";
}

/// <summary>A completed assessment, as published.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class AssessmentRow : IVeiled
{
    private const string Purpose = "told-causes";

    public Guid Id { get; init; }
    public Guid CaseId { get; set; }
    public DateOnly CompletedOn { get; set; }
    public Risk Risk { get; set; }
    public Conclusion Conclusion { get; set; }
    public string Causes { get; set; } = "";
    public byte[] VeiledCauses { get; private set; } = [];

    /// <summary>The plain column of a row from before the veil.</summary>
    public string PlainCauses { get; private set; } = "";

    public void Open(Veil veil) => Causes = veil.Open(Id, Purpose, VeiledCauses, PlainCauses) ?? "";

    public void Close(Veil veil) => (VeiledCauses, PlainCauses) = (veil.Close(Id, Purpose, VeiledCauses, Causes), "");
}

/// <summary>The table of <see cref="ToldChild"/>.</summary>
internal sealed class ToldChildConfiguration : IEntityTypeConfiguration<ToldChild>
{
    public void Configure(EntityTypeBuilder<ToldChild> e)
    {
        e.ToTable("told_children");
        e.Ignore(r => r.Fact);
        e.Property(r => r.PlainFact).HasColumnName(nameof(ToldChild.Fact)).IsUnicode(false);
    }
}

/// <summary>The table of <see cref="ToldCase"/>.</summary>
internal sealed class ToldCaseConfiguration : IEntityTypeConfiguration<ToldCase>
{
    public void Configure(EntityTypeBuilder<ToldCase> e)
    {
        e.ToTable("told_cases");
        e.Property(r => r.Fact).IsUnicode(false);
        e.HasIndex(r => r.ChildId);
    }
}
