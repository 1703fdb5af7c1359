using Registry.Kernel.Access;
using Registry.Kernel.Merging;
using Registry.Kernel.Purging;

namespace Registry.Reporting.Facts;

/// <summary>A counted row that belongs to a territory.</summary>
internal abstract class TerritorialRow : ITerritorial
{
    public string Territory { get; set; } = "";
    public string District { get; set; } = "";

    public void Lies(string territory) => (Territory, District) = (territory, Soate.District(territory));
}

/// <summary>[22.1, 22.4] A signal, where the child was found.</summary>
[StaysBehind("counted where the child was found")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class SignalRow : TerritorialRow
{
    public Guid Id { get; init; }
    public Guid ChildId { get; set; }
    public DateOnly FoundOn { get; set; }
    public string Source { get; set; } = "";
    public string Channel { get; set; } = "";
    public string Status { get; set; } = "";
}

/// <summary>What is counted of a child, kept beside its cases so that a case that comes later finds it.</summary>
internal sealed class ChildRow
{
    public Guid Id { get; init; }
    public string? Sex { get; set; }
    public DateOnly? BirthDate { get; set; }
    public bool? Disability { get; set; }
    public bool ParentsAbroad { get; set; }
    public string Causes { get; set; } = "";
    public string Statuses { get; set; } = "";
    public int Completeness { get; set; }
    public DateOnly ChangedOn { get; set; }
}

/// <summary>[22.2, 22.3] A case with all that is counted of its child and its road, in one row: a report reads one table.</summary>
[StaysBehind("moved by its own fact")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class CaseRow : TerritorialRow
{
    public Guid Id { get; init; }
    public Guid ChildId { get; set; }
    public string Number { get; set; } = "";
    public string FoundDistrict { get; set; } = "";
    public DateOnly FoundOn { get; set; }
    public DateOnly OpenedOn { get; set; }
    public DateOnly? InformationOn { get; set; }
    public string Status { get; set; } = "";
    public DateOnly? AssessedOn { get; set; }
    public string? Risk { get; set; }
    public string? Conclusion { get; set; }
    public DateOnly? PlanOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? Ending { get; set; }

    /// <summary>How often the case was opened again after an ending [11.5].</summary>
    public int Returns { get; set; }
    public string? Sex { get; set; }
    public DateOnly? BirthDate { get; set; }
    public bool? Disability { get; set; }
    public bool ParentsAbroad { get; set; }
    public int Completeness { get; set; }
    public DateOnly? ChangedOn { get; set; }
}

/// <summary>[22.3] A cause or a legal status of the child of a case.</summary>
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class CaseCodeRow
{
    public const string Cause = "cause";
    public const string LegalStatus = "status";

    public Guid CaseId { get; init; }
    public required string Kind { get; init; }
    public required string Code { get; init; }
}

[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class AssessmentRow
{
    public Guid Id { get; init; }
    public Guid CaseId { get; set; }
    public DateOnly CompletedOn { get; set; }
    public string Risk { get; set; } = "";
    public string Conclusion { get; set; } = "";
}

[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class PlanRow
{
    public Guid Id { get; init; }
    public Guid CaseId { get; set; }
    public DateOnly InForceOn { get; set; }
    public bool Superseded { get; set; }
}

[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class ClosingRow
{
    public Guid Id { get; init; }
    public Guid CaseId { get; set; }
    public string Ending { get; set; } = "";
    public string Status { get; set; } = "";
    public DateOnly? DecidedOn { get; set; }
}

/// <summary>[22.5] A measure of an approved plan.</summary>
[StaysBehind("moved by the fact of its case")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class MeasureRow : TerritorialRow
{
    public Guid Id { get; init; }
    public Guid PlanId { get; set; }
    public Guid ChildId { get; set; }
    public string Body { get; set; } = "";
    public string Status { get; set; } = "";
    public DateOnly StartedOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>Why it was not, or not in time, carried out.</summary>
    public string? Obstacle { get; set; }

    /// <summary>False for one that goes on in the plan's next version and is counted there.</summary>
    public bool Counted { get; set; } = true;
}

/// <summary>[22.6] A monitoring visit.</summary>
[StaysBehind("moved by the fact of its case")]
[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class VisitRow : TerritorialRow
{
    public Guid Id { get; init; }
    public Guid CaseId { get; set; }
    public Guid ChildId { get; set; }
    public DateOnly PlannedOn { get; set; }
    public DateOnly? MadeOn { get; set; }

    /// <summary>How the child fared.</summary>
    public string? Finding { get; set; }
}

[NoSubject("institutions as they are counted")]
internal sealed class InstitutionRow : TerritorialRow
{
    public Guid Id { get; init; }
    public string Kind { get; set; } = "";
    public string Ownership { get; set; } = "";
    public int Capacity { get; set; }
    public DateOnly? ClosedOn { get; set; }
}

[StaysWithCard("counted by the facts that the modules tell")]
internal sealed class PlacementRow
{
    public Guid Id { get; init; }
    public Guid ChildId { get; set; }
    public Guid? InstitutionId { get; set; }
    public string Kind { get; set; } = "";
    public DateOnly From { get; set; }
    public DateOnly? Until { get; set; }
}
