using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

internal sealed class MeasuresOfSpecialists(ProtectionPlansDbContext db) : IMeasures
{
    public async Task<IReadOnlySet<Guid>> ChildrenOfAsync(Guid specialistId, IReadOnlyCollection<Guid> childIds, CancellationToken ct) =>
        (
            await (
                from m in db.Measures
                // of a sealed record not even one's own measure
                join p in db.Plans.Within(DataScope.Republic) on m.PlanId equals p.Id
                where m.ResponsibleId == specialistId && childIds.Contains(m.ChildId) && p.Status == PlanStatus.InForce
                select m.ChildId
            )
                .Distinct()
                .ToListAsync(ct)
        ).ToHashSet();
}
