using System.Collections.Frozen;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Children.WorkList;

/// <summary>Which of the visible steps to list.</summary>
internal enum Whose
{
    All,

    /// <summary>Steps the caller may carry out; all steps for a caller who may carry out none.</summary>
    Doable,

    /// <summary>Those the caller is responsible for.</summary>
    Mine,
}

internal static class WhoseSteps
{
    /// <summary>The permission to carry out a step. The endpoint that meets the step requires the same, which <c>WhoseStepsTests</c> proves.</summary>
    public static Permission Needs(this Step step) =>
        step switch
        {
            Step.ApprovePlan => Permission.ApprovePlans,
            Step.DecideEnding or Step.ConfirmDayFound => Permission.ConsentToClosing,
            Step.CarryOutMeasure => Permission.ReportMeasures,
            Step.AnswerSubject or Step.NotifyRecipient => Permission.RegisterDisclosures,
            Step.DecideHeldPurge => Permission.DecidePurges,
            Step.DecideMerge => Permission.DecideMerges,
            _ => Permission.EditChildren,
        };

    private static readonly FrozenDictionary<Permission, string[]> Codes = Enum.GetValues<Step>()
        .GroupBy(Needs, step => step.Code())
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static bool MayDoAny(this Caller caller) => Codes.Keys.Any(caller.May);

    public static Sql AndWhose(this Sql sql, Whose whose, Caller caller)
    {
        if (whose is Whose.Mine)
            return sql.Add(" AND d.ResponsibleId = {}", caller.SpecialistId);
        if (whose is Whose.All || !caller.MayDoAny())
            return sql;
        // for the republic, the centre's few steps have their own index; a district is read by due day
        var step = caller.Scope.Kind is ScopeKind.Republic ? "d.Step" : "+d.Step";
        // only its own specialist reports on a measure [16]
        var own = Step.CarryOutMeasure.Code();
        string[] steps = [.. Codes.Where(needed => caller.May(needed.Key)).SelectMany(needed => needed.Value).Where(code => code != own)];
        sql.Add(" AND (");
        if (caller.May(Permission.ReportMeasures))
            sql.Add("d.Step = {} AND d.ResponsibleId = {}", own, caller.SpecialistId).Add(steps.Length > 0 ? " OR " : "");
        if (steps.Length > 0)
            sql.Either(step, "d.Step").Add(" IN (").AddList(steps).Add(")");
        return sql.Add(")");
    }
}
