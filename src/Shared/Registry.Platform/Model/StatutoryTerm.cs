using Microsoft.Extensions.Configuration;
using Registry.Basics.Time;
using Registry.Contracts;

namespace Registry.Platform.Model;

/// <summary>A term that the regulation sets.</summary>
/// <param name="Clause">Clause id as in the regulation, such as <c>19.1</c>.</param>
/// <param name="Length">Working days, or calendar days where <paramref name="Unit"/> says so; 0 calendar days is the same day.</param>
public sealed record StatutoryTerm(string Clause, Step Step, int Length, TermUnit Unit = TermUnit.WorkingDays)
{
    /// <summary>[19.1] Within one working day of finding a child at risk the holder enters the information.</summary>
    public static readonly StatutoryTerm EnterFoundChild = new("19.1", Step.EnterFoundChild, 1);

    /// <summary>[19.2] Within two working days of a report it is processed and the initial information entered.</summary>
    public static readonly StatutoryTerm ProcessReport = new("19.2", Step.ProcessReport, 2);

    /// <summary>[19.3] Within seven working days of the child being found a comprehensive assessment is entered.</summary>
    public static readonly StatutoryTerm Assess = new("19.3", Step.Assess, 7);

    /// <summary>[20] Changes are entered within two working days of learning of them.</summary>
    public static readonly StatutoryTerm EnterChange = new("20", Step.EnterChange, 2);

    /// <summary>The same term under the clause of the kind of change.</summary>
    public static StatutoryTerm EnterChangeOf(string clause) => EnterChange with { Clause = clause };

    /// <summary>[25.2] A purge that did not run by itself is decided upon within 30 days.</summary>
    public static readonly StatutoryTerm DecideHeldPurge = new("25.2", Step.DecideHeldPurge, 30, TermUnit.CalendarDays);

    /// <summary>[19.2] The territorial unit confirms a day found long ago or returns it.</summary>
    public static readonly StatutoryTerm ConfirmDayFound = new("19.2", Step.ConfirmDayFound, 2);

    /// <summary>[19.2] A returned day found is corrected, or submitted once more.</summary>
    public static readonly StatutoryTerm CorrectDayFound = new("19.2", Step.CorrectDayFound, 2);

    public static readonly IReadOnlyList<StatutoryTerm> All = [EnterFoundChild, ProcessReport, Assess, EnterChange];
}
