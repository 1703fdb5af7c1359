using Registry.Basics.Access;
using Registry.Platform.Data;

namespace Registry.Reporting.Model;

/// <summary>A period, both days included; states are those of its last day.</summary>
internal sealed record Period(DateOnly From, DateOnly To);

/// <summary>The parameters of a report.</summary>
/// <param name="Today">For overdue steps: never later than today.</param>
internal sealed record Asked(Period Period, DateOnly Today)
{
    public DateOnly From => Period.From;
    public DateOnly To => Period.To;

    /// <summary>The last day on which something can be late.</summary>
    public DateOnly Looked => To < Today ? To : Today;
}

/// <summary>A piece of SQL with its values.</summary>
internal delegate Sql Piece(Sql sql, Asked asked);

internal enum FigureKind
{
    Count,

    /// <summary>As a percentage of the first figure.</summary>
    Percent,
}

/// <summary>A column of a report; its definition is in the texts as <c>figure.{report}.{code}</c>.</summary>
/// <param name="Rows">Which rows it counts, if a list of children can be opened from it; null for all of them.</param>
internal sealed record Figure(string Code, Piece Value, FigureKind Kind = FigureKind.Count, Piece? Rows = null);

/// <summary>What a report's rows are grouped by.</summary>
/// <param name="Key">The grouping expression.</param>
/// <param name="OfSpecialists">The key is a specialist's id, and the rows are grouped by the body that specialist works for.</param>
/// <param name="Join">Joins the key needs besides <c>f</c>. A child may then be in several rows, but only once in the total.</param>
/// <param name="Order">The keys in their own order; null if they have none.</param>
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
    /// <summary>Rows in the order of their keys, with empty rows where all keys must be shown.</summary>
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

/// <summary>One statistical report [22]: source, figures and dimensions.</summary>
/// <param name="Clause">As in the regulation.</param>
/// <param name="From">The table <c>f</c>, with its joins.</param>
/// <param name="Where">Which rows belong to the period.</param>
/// <param name="HasChildren">Rows lead to children: a figure opens their list.</param>
/// <param name="Columns">Columns of the counted rows, for export: codes and days, nothing that identifies anyone.</param>
/// <param name="Published">The one figure that may leave a reader's scope, suppressed; null if none may.</param>
/// <param name="Corrected">Corrections to the data that change it; null if none can.</param>
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

    /// <summary>The rows of the report within a scope.</summary>
    /// <param name="by">If its key needs more than <c>f</c>.</param>
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
