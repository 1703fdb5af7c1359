using Registry.Kernel.Access;
using Registry.Kernel.Data;

namespace Registry.Reporting.Reports;

/// <summary>A period, both days included; a state is that of its last day.</summary>
internal sealed record Period(DateOnly From, DateOnly To);

/// <summary>What a report is asked for.</summary>
/// <param name="Today">For what is overdue: never later than today.</param>
internal sealed record Asked(Period Period, DateOnly Today)
{
    public DateOnly From => Period.From;
    public DateOnly To => Period.To;

    /// <summary>The last day of which something can be late.</summary>
    public DateOnly Looked => To < Today ? To : Today;
}

/// <summary>A piece of SQL with its values.</summary>
internal delegate Sql Piece(Sql sql, Asked asked);

internal enum FigureKind
{
    Count,

    /// <summary>Of the first figure, in percent.</summary>
    Percent,
}

/// <summary>A column of a report; its definition stands in the texts as <c>figure.{report}.{code}</c>.</summary>
internal sealed record Figure(string Code, Piece Value, FigureKind Kind = FigureKind.Count);

/// <summary>What the rows of a report are.</summary>
/// <param name="Key">The expression that is grouped by.</param>
/// <param name="OfSpecialists">The key is a specialist's id, and the rows are told by the body for which that specialist works.</param>
internal sealed record Dimension(string Code, Piece Key, bool OfSpecialists = false);

/// <summary>One statistical report [22]: where it counts, what, and by what.</summary>
/// <param name="Clause">As in the regulation.</param>
/// <param name="From">The table <c>f</c>, with its joins.</param>
/// <param name="Where">Which rows belong to the period.</param>
/// <param name="HasChildren">Rows lead to children: a figure opens their list.</param>
/// <param name="Columns">Of the counted rows, for their export: codes and days, nothing that names anybody.</param>
/// <param name="Published">The one figure that may leave a reader's scope, suppressed; null when none may.</param>
internal sealed record Report(
    string Code,
    string Clause,
    Piece From,
    Piece Where,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Dimension> By,
    bool HasChildren = true,
    string? Published = null,
    IReadOnlyList<string>? Columns = null
)
{
    public Dimension? FindBy(string code) => By.FirstOrDefault(d => d.Code == code);

    /// <summary>The rows of the report inside a scope.</summary>
    public Sql Rows(Sql sql, Asked asked, DataScope scope, string? territory)
    {
        sql.Add(" FROM ");
        From(sql, asked);
        sql.Add(" WHERE ");
        Where(sql, asked);
        sql.Within("f", scope);
        return territory is null ? sql : sql.Within("f", DataScope.In(territory));
    }
}
