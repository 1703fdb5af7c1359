using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>The measures that a plan coming into force assigns to each specialist, except its author [13b.4, 16].</summary>
internal static class AssignedMeasures
{
    /// <param name="plan">With its running measures started.</param>
    /// <param name="had">Specialists with measures in the previous version: they are notified of new ones only.</param>
    public static IEnumerable<MeasuresAssigned> Of(Plan plan, IReadOnlySet<Guid?> had) =>
        from measure in plan.Measures
        where measure is { IsRunning: true, ResponsibleId: not null, DueOn: not null }
        where measure.ResponsibleId != plan.FormedBy
        where measure.StartedOn == plan.DecidedOn || !had.Contains(measure.ResponsibleId)
        group measure by measure.ResponsibleId!.Value into theirs
        select new MeasuresAssigned(
            plan.Id,
            $"{plan.PlanVersion}",
            plan.CaseId,
            plan.ChildId,
            plan.Number,
            theirs.Key,
            theirs.Count(),
            theirs.Min(m => m.DueOn!.Value)
        );
}
