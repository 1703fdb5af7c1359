using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Closings;

internal static class StoppedCases
{
    /// <summary>[20.9] «No assessment or plan is needed» cannot be said of a child whose plan is carried out or waits for approval.</summary>
    /// <exception cref="DomainException"><c>closing.plan-in-force</c></exception>
    public static async Task RequireNoPlanAsync(this ProtectionPlansDbContext db, Guid caseId, CancellationToken ct)
    {
        if (await db.Plans.AnyAsync(p => p.CaseId == caseId && (p.Status == PlanStatus.Submitted || p.Status == PlanStatus.InForce), ct))
            throw new DomainException("closing.plan-in-force", 409, "ending");
    }
}
