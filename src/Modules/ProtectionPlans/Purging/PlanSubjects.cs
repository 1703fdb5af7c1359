using Registry.Platform.Purging;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Purging;

/// <summary>What this module keeps of a subject [25.2].</summary>
internal sealed class PlanSubjects(ProtectionPlansDbContext db) : SubjectStore<ProtectionPlansDbContext>(db)
{
    public override string Name => ProtectionPlansDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject) =>
        [
            SubjectRows.Of("measures", Db.Measures.Where(m => m.ChildId == subject)),
            SubjectRows.Of("plans", Db.Plans.Where(p => p.ChildId == subject)),
            SubjectRows.Of("visits", Db.Visits.Where(v => v.ChildId == subject)),
            SubjectRows.Of("closings", Db.Closings.Where(c => c.ChildId == subject)),
        ];
}
