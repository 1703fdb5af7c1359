using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;

namespace Registry.ProtectionPlans;

internal static class OpenCases
{
    /// <exception cref="DomainException">404, or <c>plan.case-closed</c>.</exception>
    public static async Task<CaseRef> OpenInScopeAsync(this ICases cases, Guid childId, Caller caller, CancellationToken ct) =>
        await cases.InScopeAsync(childId, caller, ct) is { IsClosed: false } open ? open : throw new DomainException("plan.case-closed");
}
