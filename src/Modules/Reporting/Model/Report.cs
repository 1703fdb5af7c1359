using Registry.Basics.Access;
using Registry.Platform.Data;

namespace Registry.Reporting.Model;

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
/// <param name="Rows">Which rows it counts, where a list of children can be opened behind it; null for all of them.</param>
internal sealed record Figure(string Code, Piece Value, FigureKind Kind = FigureKind.Count, Piece? Rows = null);

/// <summary>What the rows of a report are.</summary>
/// <param name="Key">The expression that is grouped by.</param>
/// <param name="OfSpecialists">The key is a specialist's id, and the rows are told by the body for which that specialist works.</param>
/// <param name="Join">What the key needs beside <c>f</c>. A child may stand in several rows then, and still once in the total.</param>
/// <param name="Order">The keys in their own order; null for those that have none.</param>
/// <param name="IsWhole">Keys without rows are shown with zeros.</param>
internal sealed record Dimension(
    string Code,
    Piece Key,
    bool OfSpecialists = false,
    Piece? Join = null,
    Func<Asked, IReadOnlyList<string>>? Order = null,
    bool IsWhole = false
)
{
    /// <summary>Rows in the order of their keys, those without cases where none may be left out.</summary>
    public List<ReportRow> Arrange(IReadOnlyList<ReportRow> rows, Asked asked, int figures)
    {
        var order = Order?.Invoke(asked) ?? [];
        var missing = IsWhole ? order.Except(rows.Select(r => r.Key)) : [];
        var places = order.Select((key, at) => (key, at)).ToDictionary(x => x.key, x => x.at);
        return
        [
            .. rows.Concat(missing.Select(key => new ReportRow(key, [.. Enumerable.Repeat<long?>(0, figures)])))
                .OrderBy(r => places.GetValueOrDefault(r.Key, places.Count))
                .ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
    }
}

/// <summary>One statistical report [22]: where it counts, what, and by what.</summary>
/// <param name="Clause">As in the regulation.</param>
/// <param name="From">The table <c>f</c>, with its joins.</param>
/// <param name="Where">Which rows belong to the period.</param>
/// <param name="HasChildren">Rows lead to children: a figure opens their list.</param>
/// <param name="Columns">Of the counted rows, for their export: codes and days, nothing that names anybody.</param>
/// <param name="Published">The one figure that may leave a reader's scope, suppressed; null when none may.</param>
/// <param name="Corrected">Corrections of what change it; null when none can.</param>
internal sealed record Report(
    string Code,
    string Clause,
    Piece From,
    Piece Where,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Dimension> By,
    bool HasChildren = true,
    string? Published = null,
    IReadOnlyList<string>? Columns = null,
    string? Corrected = null
)
{
    public Dimension? FindBy(string code) => By.FirstOrDefault(d => d.Code == code);

    public Figure? FindFigure(string code) => Figures.FirstOrDefault(f => f.Code == code);

    /// <summary>The rows of the report inside a scope.</summary>
    /// <param name="by">Where its key needs more than <c>f</c>.</param>
    public Sql Rows(Sql sql, Asked asked, DataScope scope, string? territory, Dimension? by = null)
    {
        sql.Add(" FROM ");
        From(sql, asked);
        by?.Join?.Invoke(sql, asked);
        sql.Add(" WHERE ");
        Where(sql, asked);
        sql.Within("f", scope);
        return territory is null ? sql : sql.Within("f", DataScope.In(territory));
    }
}
