using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>
/// A child and its last case, within a scope only: anything elsewhere looks as if it did not exist. <c>Any</c> includes closed cases,
/// <c>Open</c> refuses them: every
/// write about a child requires an open case.
/// </summary>
internal static class CasesOfChild
{
    /// <returns>Null if there is none in the scope.</returns>
    public static Task<Case?> FindAnyCaseAsync(this ChildrenDbContext db, Guid child, DataScope scope, CancellationToken ct) =>
        db.Cases.Within(scope).Where(c => c.ChildId == child).WithSpecification(MainCaseFirst.Order).FirstOrDefaultAsync(ct);

    /// <exception cref="DomainException">404, <c>case.closed</c> or <c>case.voided</c>.</exception>
    public static async Task<Case> OpenCaseAsync(this ChildrenDbContext db, Guid child, DataScope scope, CancellationToken ct) =>
        await db.FindAnyCaseAsync(child, scope, ct) switch
        {
            null => throw DomainException.NotFound(),
            { Status: CaseStatus.Closed } => throw new DomainException("case.closed"),
            { Status: CaseStatus.Voided or CaseStatus.Merged } => throw new DomainException("case.voided"),
            var open => open,
        };

    /// <summary>Reports for the case, including one that continues in it after a merge.</summary>
    public static async Task<List<Registry.Children.Model.ReportedChange>> ChangesOfAsync(
        this ChildrenDbContext db,
        Guid caseId,
        Guid child,
        CancellationToken ct
    ) =>
        await db
            .Changes.Where(c =>
                c.CaseId == caseId
                || (c.ChildId == child && db.Cases.Any(merged => merged.Id == c.CaseId && merged.Status == CaseStatus.Merged))
            )
            .ToListAsync(ct);

    /// <summary>For writing: a voided card is refused.</summary>
    /// <exception cref="DomainException">404: no card, or elsewhere; <c>case.voided</c>.</exception>
    public static async Task<Child> RegisteredAsync(this ChildrenDbContext db, Guid child, DataScope scope, CancellationToken ct) =>
        await db.WithCardAsync(child, scope, ct) is { State: ChildState.Registered } registered
            ? registered
            : throw new DomainException("case.voided");

    /// <summary>For reading: voided cards too.</summary>
    /// <exception cref="DomainException">404: no card, or elsewhere.</exception>
    public static async Task<Child> WithCardAsync(this ChildrenDbContext db, Guid child, DataScope scope, CancellationToken ct) =>
        await db
            .Children.Within(scope)
            .FirstOrDefaultAsync(c => c.Id == child && (c.State == ChildState.Registered || c.State == ChildState.Voided), ct)
        ?? throw DomainException.NotFound();
}
