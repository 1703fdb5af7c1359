using Registry.Contracts;

namespace Registry.Kernel.Access;

/// <summary>A child's case for other modules, only inside the caller's scope.</summary>
public static class CasesInScope
{
    /// <exception cref="DomainException">404: the child has no case or lies outside the scope.</exception>
    public static async Task<CaseRef> AnyCaseInScopeAsync(this ICases cases, Guid childId, Caller caller, CancellationToken ct) =>
        await cases.AnyCaseAsync(childId, ct) is { } found && caller.Scope.Covers(found.Territory)
            ? found
            : throw DomainException.NotFound();

    /// <summary>Who is responsible for a child's case now.</summary>
    /// <exception cref="DomainException">404: the child has no case.</exception>
    public static async Task<Guid> ResponsibleAsync(this ICases cases, Guid childId, CancellationToken ct) =>
        await cases.AnyCaseAsync(childId, ct) is { } found ? found.ResponsibleId : throw DomainException.NotFound();

    /// <exception cref="DomainException">404, or <c>case.closed</c>: nothing is entered into a closed case.</exception>
    public static async Task<CaseRef> OpenCaseInScopeAsync(this ICases cases, Guid childId, Caller caller, CancellationToken ct) =>
        await cases.AnyCaseInScopeAsync(childId, caller, ct) is { IsClosed: false } open ? open : throw new DomainException("case.closed");
}
