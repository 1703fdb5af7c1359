using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Access;

/// <summary>A child's case for other modules, only inside the caller's scope.</summary>
public static class CasesInScope
{
    /// <exception cref="DomainException">404: the child has no case or lies outside the scope.</exception>
    public static async Task<CaseRef> AnyCaseInScopeAsync(this ICases cases, Guid childId, Caller caller, CancellationToken ct) =>
        await cases.AnyCaseAsync(childId, ct) is { } found && caller.Scope.Covers(found.Territory)
            ? found
            : throw DomainException.NotFound();

    /// <summary>The case as the statutory clock knows it.</summary>
    public static DeadlineSubject Subject(this CaseRef about) =>
        new(about.CaseId, about.Number, about.ChildId, about.Territory, about.ResponsibleId);

    /// <summary>Who is responsible for a child's case now.</summary>
    /// <exception cref="DomainException">404: the child has no case.</exception>
    public static async Task<Guid> ResponsibleAsync(this ICases cases, Guid childId, CancellationToken ct) =>
        await cases.AnyCaseAsync(childId, ct) is { } found ? found.ResponsibleId : throw DomainException.NotFound();

    /// <exception cref="DomainException">404, or <c>case.closed</c>: nothing is entered into a closed case.</exception>
    public static async Task<CaseRef> OpenCaseInScopeAsync(this ICases cases, Guid childId, Caller caller, CancellationToken ct) =>
        await cases.AnyCaseInScopeAsync(childId, caller, ct) is { IsClosed: false } open ? open : throw new DomainException("case.closed");
}
