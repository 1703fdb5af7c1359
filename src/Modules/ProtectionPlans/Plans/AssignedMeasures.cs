using Registry.Contracts;

namespace Registry.ProtectionPlans.Plans;

/// <summary>What a plan that comes into force gives each specialist to carry out, but for its author, who knows [13b.4, 16].</summary>
internal static class AssignedMeasures
{
    /// <param name="plan">With its running measures started.</param>
    /// <param name="had">Who had measures in the version before: they hear of new ones only.</param>
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
