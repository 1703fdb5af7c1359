using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Children.WorkList;

/// <summary>
/// A work list in two parts, each in keyset order: the steps for children in danger, then all others. A district's children in danger are few
/// and have their own index,
/// so neither part reads more than its page; a child whose row lies in another district than its step is in the second part.
/// </summary>
internal static class DangerFirst
{
    private static readonly string IsDanger = $"c.Severity = {(int)Severity.Danger}";

    public static Sql Steps(this Sql sql, bool danger, Caller caller, IWorkAsked asked, WorkListDue due, DateOnly today)
    {
        sql.Add($"SELECT {WorkRow.Columns} FROM ");
        if (danger)
            return sql.Add("{children.children} c")
                .Either($" INDEXED BY {ChildrenDbContext.InDanger}", "")
                .Add(" CROSS JOIN {platform.deadlines} d")
                .WhereOpen(caller, asked, due, today)
                .Add($" AND d.ChildId = c.Id AND {IsDanger}")
                .WithinDistrict("c", caller.Scope);
        return sql.Add("{platform.deadlines} d JOIN {children.children} c ON c.Id = d.ChildId")
            .WhereOpen(caller, asked, due, today)
            .Add($" AND NOT ({IsDanger}")
            .WithinDistrict("c", caller.Scope)
            .Add(")");
    }
}
