using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.ProtectionPlans.Model;

/// <summary>Plans the next monitoring visit: monthly, at high risk weekly [13b.4].</summary>
internal static class VisitPlanner
{
    public static async Task<Visit> NextAsync(
        ProtectionPlansDbContext db,
        StatutoryClock clock,
        PlanTerms terms,
        Plan plan,
        Guid responsible,
        bool highRisk,
        DateOnly after,
        CancellationToken ct
    )
    {
        var term = terms.Visit(highRisk);
        var visit = Visit.Plan(plan, (await clock.CalendarAsync(db, ct)).Add(after, term.Length));
        db.Add(visit);
        await clock.StartAsync(db, term, after, new(visit.Id, plan.Number, plan.ChildId, plan.Territory, responsible), ct);
        return visit;
    }
}
