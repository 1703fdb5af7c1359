using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Closings;

/// <summary>The criteria by which a child is out of the difficult situation [11.5]; one that does not hold needs a written reason.</summary>
internal sealed class ExitCriteria(ProtectionPlansDbContext db, IAssessments assessments)
{
    public async Task<IReadOnlyList<Criterion>> OfAsync(CaseRef about, CancellationToken ct)
    {
        var measures = await (
            from p in db.Plans
            where p.CaseId == about.CaseId && p.Status == PlanStatus.InForce
            from m in p.Measures
            select m.Status
        ).ToListAsync(ct);
        var visited = await db.Visits.AnyAsync(v => v.CaseId == about.CaseId && v.MadeOn != null, ct);
        var missing = await db.Visits.AnyAsync(v => v.CaseId == about.CaseId && v.MadeOn == null && v.CalledOffOn == null, ct);
        var last = await assessments.LastAsync(about.CaseId, ct);
        return
        [
            new(
                "plan-carried-out",
                measures.Count > 0 && measures.TrueForAll(s => s is not (MeasureStatus.Planned or MeasureStatus.InProgress))
            ),
            new("visited", visited),
            new("risk-low", last?.Risk is Risk.Low),
            new("no-visit-owed", !missing),
        ];
    }
}
