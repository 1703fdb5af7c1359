using Registry.Kernel.Access;
using Registry.Kernel.Data;

namespace Registry.Children.WorkList;

/// <summary>The running steps that a caller's work list and its counts are made of.</summary>
internal static class OpenSteps
{
    private const int Week = 7;

    /// <summary>Appends the condition: open, inside the scope, and what the caller asks for.</summary>
    public static Sql WhereOpen(this Sql sql, Caller caller, bool? mine, string? territory, string? step, WorkListDue due, DateOnly today)
    {
        sql.Add(" WHERE ").IsTrue("d.IsOpen").Within("d", caller.Scope);
        if (territory is not null)
            sql.Within("d", DataScope.In(territory));
        if (mine == true)
            sql.Add(" AND d.ResponsibleId = {}", caller.SpecialistId);
        if (step is not null)
            sql.Add(" AND d.Step = {}", step);
        return due switch
        {
            WorkListDue.Late => sql.Add(" AND d.DueOn < {}", today),
            WorkListDue.Today => sql.Add(" AND d.DueOn = {}", today),
            WorkListDue.Week => sql.Add(" AND d.DueOn >= {} AND d.DueOn < {}", today, today.AddDays(Week)),
            _ => sql,
        };
    }
}
