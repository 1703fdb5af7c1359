using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;

namespace Registry.Children.WorkList;

/// <summary>The running steps that a caller's work list and its counts are made of.</summary>
internal static class OpenSteps
{
    private const int Week = 7;

    public static IQueryable<Deadline> Of(ChildrenDbContext db, Caller caller, bool? mine, string? territory, string? step)
    {
        var open = db.Deadlines.AsNoTracking().Where(d => d.IsOpen).Within(caller.Scope);
        if (territory is not null)
            open = open.Within(DataScope.In(territory));
        if (mine == true)
            open = open.Where(d => d.ResponsibleId == caller.SpecialistId);
        if (step is not null)
            open = open.Where(d => d.Step == step);
        return open;
    }

    public static IQueryable<Deadline> DueWithin(this IQueryable<Deadline> open, WorkListDue due, DateOnly today)
    {
        var week = today.AddDays(Week);
        return due switch
        {
            WorkListDue.Late => open.Where(d => d.DueOn < today),
            WorkListDue.Today => open.Where(d => d.DueOn == today),
            WorkListDue.Week => open.Where(d => d.DueOn >= today && d.DueOn < week),
            _ => open,
        };
    }
}
