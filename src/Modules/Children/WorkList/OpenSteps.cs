using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Children.WorkList;

/// <summary>Filters of the work list and its counts.</summary>
internal interface IWorkAsked
{
    /// <summary>All of them if not given.</summary>
    Whose? Whose { get; }
    string? Territory { get; }
    Step? Step { get; }

    /// <summary>A clause of the regulation, such as 19.2.</summary>
    string? Clause { get; }

    /// <summary>A specialist, not only the caller.</summary>
    Guid? Responsible { get; }

    /// <summary>Steps without a responsible specialist.</summary>
    bool? Unassigned { get; }
}

/// <summary>The running steps in a caller's work list and its counts.</summary>
internal static class OpenSteps
{
    /// <summary>Today and the six days after it: the one meaning of "week" in the list, its counts and the board.</summary>
    private const int DaysOfWeek = 7;
    public const string InWeek = "d.DueOn >= {} AND d.DueOn < {}";

    /// <summary>The first day after the week.</summary>
    public static DateOnly AfterWeek(DateOnly today) => today.AddDays(DaysOfWeek);

    public static void OfAWorkList<T>(this AbstractValidator<T> rules)
        where T : IWorkAsked
    {
        rules.RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        rules.RuleFor(r => r.Step).IsInEnum();
        rules.RuleFor(r => r.Whose).IsInEnum();
        rules.RuleFor(r => r.Clause).MaximumLength(16);
    }

    /// <summary>Appends the condition: open, within the scope, and the caller's filters.</summary>
    public static Sql WhereOpen(this Sql sql, Caller caller, IWorkAsked asked, WorkListDue due, DateOnly today)
    {
        sql.Add(" WHERE ").IsTrue("d.IsOpen").Within("d", caller.Scope);
        if (asked.Territory is { } territory)
            sql.Within("d", DataScope.In(territory));
        sql.AndWhose(asked.Whose ?? Whose.All, caller);
        if (asked.Responsible is { } responsible)
            sql.Add(" AND d.ResponsibleId = {}", responsible);
        if (asked.Unassigned == true)
            sql.Add(" AND d.ResponsibleId IS NULL");
        if (asked.Step is { } step)
            sql.Add(" AND d.Step = {}", step.Code());
        if (asked.Clause is { } clause)
            sql.Add(" AND d.Clause = {}", clause);
        return due switch
        {
            WorkListDue.Late => sql.Add(" AND d.DueOn < {}", today),
            WorkListDue.Today => sql.Add(" AND d.DueOn = {}", today),
            WorkListDue.Week => sql.Add($" AND {InWeek}", today, AfterWeek(today)),
            _ => sql,
        };
    }
}
