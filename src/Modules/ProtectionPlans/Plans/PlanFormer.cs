using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Forms the next version of a plan from the card, the last assessment and the rules [3]; running measures continue in it.</summary>
internal sealed class PlanFormer(ProtectionPlansDbContext db, ICases cases, RuleCatalog rules)
{
    /// <summary>What the Base knows of the child: the current card, and what the assessment found.</summary>
    public async Task<HashSet<string>> CircumstancesAsync(Guid childId, AssessmentFacts assessment, CancellationToken ct)
    {
        var known = new HashSet<string>(await cases.CircumstancesAsync(childId, ct));
        known.UnionWith(assessment.Circumstances);
        return known;
    }

    public Plan Form(CaseRef about, AssessmentFacts assessment, HashSet<string> known, Plan? before, DateOnly on, Guid by, Seal seal)
    {
        var plan = Plan.Form(about, assessment.AssessmentId, (before?.PlanVersion ?? 0) + 1, rules.Version, on, by);
        plan.Write(new(known, new Dictionary<string, string>(), FamilyConsent.NotAsked, null, []), seal);
        var running = before?.Measures.Where(m => m.IsRunning).ToList() ?? [];
        foreach (var measure in running)
            plan.Measures.Add(measure.ContinueIn(plan, seal));
        // what was done already is not proposed again by the same assessment
        var met = before?.AssessmentId == assessment.AssessmentId ? before.Measures.Select(m => m.Rule) : running.Select(m => m.Rule);
        foreach (var (rule, because) in rules.Propose(known).Where(p => !met.Contains(p.Rule.Code)))
            plan.Measures.Add(Measure.Of(plan, rule.Code, rule.Need, rule.Body, rule.Priority, rule.WorkingDays, new(null, because), seal));
        db.Add(plan);
        return plan;
    }
}
