namespace Registry.Kernel.Time;

/// <summary>A term that the regulation sets, in working days.</summary>
/// <param name="Clause">Clause id as in the regulation, such as <c>19.1</c>.</param>
/// <param name="Step">Stable code of the step that must be done; its texts stand in Texts/*.json as <c>step.…</c>.</param>
public sealed record StatutoryTerm(string Clause, string Step, int WorkingDays)
{
    /// <summary>[19.1] Within one working day of finding a child at risk the holder enters the information.</summary>
    public static readonly StatutoryTerm EnterFoundChild = new("19.1", "enter-found-child", 1);

    /// <summary>[19.2] Within two working days of a report it is processed and the initial information entered.</summary>
    public static readonly StatutoryTerm ProcessReport = new("19.2", "process-report", 2);

    /// <summary>[19.3] Within seven working days of the child being found a comprehensive assessment is entered.</summary>
    public static readonly StatutoryTerm Assess = new("19.3", "assess", 7);

    /// <summary>[20] Changes are entered within two working days of learning of them.</summary>
    public static readonly StatutoryTerm EnterChange = new("20", "enter-change", 2);

    public static readonly IReadOnlyList<StatutoryTerm> All = [EnterFoundChild, ProcessReport, Assess, EnterChange];
}
