using Ardalis.Specification;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <summary>The active case before ended ones, the latest first.</summary>
internal sealed class MainCaseFirst : Specification<Case>
{
    public static readonly MainCaseFirst Order = new();

    private MainCaseFirst() =>
        Query
            .OrderBy(c => c.Status == CaseStatus.Voided || c.Status == CaseStatus.Merged)
            .ThenBy(c => c.Status == CaseStatus.Closed)
            .ThenByDescending(c => c.Id);
}
