using Registry.Basics;

namespace Registry.Contracts;

/// <summary>
/// How serious a child's situation is, the most serious last: every view shows it and every to-do list sorts by it. Derived from the reports that no assessment
/// has covered yet and from the last assessment of the case. Children keeps it and exposes it as <see cref="CaseMark"/>.
/// </summary>
[Rank]
public enum Severity
{
    /// <summary>Nothing is known, or the case has ended.</summary>
    None,
    LowRisk,
    MediumRisk,

    /// <summary>A report was urgent.</summary>
    Urgent,
    HighRisk,

    /// <summary>Danger to life: said by a report or found by the assessment. Sorted before everything else.</summary>
    Danger,
}

/// <summary>What every list says of a child's case beside its own matter.</summary>
/// <param name="Responsible">The specialist responsible for the open case [16].</param>
public sealed record CaseMark(Severity Severity, string? Responsible)
{
    public static readonly CaseMark None = new(Severity.None, null);
}

public static class CaseMarks
{
    public static CaseMark Of(this IReadOnlyDictionary<Guid, CaseMark> marks, Guid childId) =>
        marks.GetValueOrDefault(childId) ?? CaseMark.None;

    /// <summary>The children in danger among them.</summary>
    public static IReadOnlyList<Guid> InDanger(this IReadOnlyDictionary<Guid, CaseMark> marks) =>
        [.. marks.Where(m => m.Value.Severity is Severity.Danger).Select(m => m.Key)];
}

/// <summary>The level of risk that the last completed assessment of a case found, and when.</summary>
public sealed record AssessedRisk(Severity Risk, DateTime At);
