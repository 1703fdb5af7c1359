using System.Data.Common;
using System.Globalization;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Reporting.Model;

/// <param name="Values">In the order of the report's figures; null for a suppressed one.</param>
/// <param name="Compared">The same in the comparison period; null if none was requested.</param>
internal sealed record ReportRow(string Key, IReadOnlyList<long?> Values, IReadOnlyList<long?>? Compared = null);

/// <summary>Information from after the period's last day that still changed its figures.</summary>
/// <param name="Kind">
/// A corrected error (<c>date</c>, <c>place</c>, <c>child</c>, <c>void</c>), <c>calendar</c>: another day was later declared a holiday, or
/// <c>late</c>: entered after the period.
/// </param>
internal sealed record CorrectionNote(string Kind, int Count, DateOnly LastOn);

/// <param name="Names">Names of keys that are ids; null if the keys are codes.</param>
internal sealed record CountedReport(
    List<ReportRow> Rows,
    ReportRow Total,
    IReadOnlyList<CorrectionNote> Corrections,
    IReadOnlyDictionary<string, KeyName>? Names = null
);

internal sealed record KeyName(string Ky, string Ru);

/// <summary>Counts a report in the database: one query for its rows, one for their total (a child with two causes is one child).</summary>
internal sealed class ReportReader(HotReads reads, ResponsibleBodies bodies, TimeProvider time)
{
    public async Task<CountedReport> ReadAsync(
        Report report,
        Dimension by,
        Period period,
        DataScope scope,
        string? territory,
        CancellationToken ct
    )
    {
        var asked = new Asked(period, time.Today());
        var total = await reads.ListAsync(Figures(reads.Sql().Add("SELECT ''"), report, asked, scope, territory), Read, ct);
        var rows = await reads.ListAsync(Grouped(report, by, asked, scope, territory), Read, ct);
        var names = (IReadOnlyDictionary<string, KeyName>?)null;
        if (by.OfSpecialists)
            (rows, names) = await bodies.FoldAsync(rows, ct);
        return new(
            by.Arrange(rows, asked, report.Figures.Count),
            total[0],
            await CorrectionsAsync(report, asked, scope, territory, ct),
            names
        );
    }

    private async Task<IReadOnlyList<CorrectionNote>> CorrectionsAsync(
        Report report,
        Asked asked,
        DataScope scope,
        string? territory,
        CancellationToken ct
    )
    {
        if (report.Corrected is not { } of)
            return [];
        if (of is CorrectionRow.OfStep)
            return await StepCorrections.ReadAsync(reads, asked, sql => Within(sql, scope, territory), ct);
        var sql = reads
            .Sql()
            .Add(
                "SELECT f.Kind, COUNT(DISTINCT f.Id), MAX(f.CorrectedOn) FROM {reporting.corrections} f WHERE f.About = {} AND f.CorrectedOn > {} AND f.Since <= {}",
                of,
                asked.To,
                asked.To
            );
        var notes = await reads.ListAsync(Within(sql, scope, territory).Add(" GROUP BY f.Kind ORDER BY f.Kind"), ReadNote, ct);
        if (of is not CorrectionRow.OfSignal)
            return notes;
        var late = report
            .Rows(reads.Sql().Add("SELECT 'late', COUNT(*), MAX(f.RegisteredOn)"), asked, scope, territory)
            .Add(" AND f.RegisteredOn > {} HAVING COUNT(*) > 0", asked.To);
        return [.. await reads.ListAsync(late, ReadNote, ct), .. notes];
    }

    private static Sql Within(Sql sql, DataScope scope, string? territory) =>
        territory is null ? sql.Within("f", scope) : sql.Within("f", scope).Within("f", DataScope.In(territory));

    private static CorrectionNote ReadNote(DbDataReader row) => new(row.GetString(0), row.GetInt32(1), row.Day(2));

    /// <summary>The key is computed in a subquery, so that its values are bound once and the selected and grouped columns are the same.</summary>
    private Sql Grouped(Report report, Dimension by, Asked asked, DataScope scope, string? territory)
    {
        var sql = reads.Sql().Add("SELECT f.RowKey");
        foreach (var figure in report.Figures)
            figure.Value(sql.Add(", "), asked);
        sql.Add(" FROM (SELECT ");
        by.Key(sql, asked).Add(" AS RowKey, f.*");
        return report.Rows(sql, asked, scope, territory, by).Add(") f GROUP BY f.RowKey");
    }

    private static Sql Figures(Sql sql, Report report, Asked asked, DataScope scope, string? territory)
    {
        foreach (var figure in report.Figures)
            figure.Value(sql.Add(", "), asked);
        return report.Rows(sql, asked, scope, territory);
    }

    private static ReportRow Read(DbDataReader row)
    {
        var values = new long?[row.FieldCount - 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(i + 1)
                ? 0
                : (long)Math.Round(Convert.ToDouble(row.GetValue(i + 1), CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);
        return new(row.GetString(0), values);
    }
}
