using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Reporting.Model;

/// <param name="Value">Null if it could reveal a single child.</param>
internal sealed record PublishedRow(string Key, long? Value);

/// <param name="Rows">None if there are too few children to reveal anything about them.</param>
/// <param name="Total">Null if there are too few children.</param>
/// <param name="CorrectedOn">The last day on which an error in the year's figures was corrected after the year had ended.</param>
internal sealed record PublishedFigures(
    string Report,
    string Clause,
    string By,
    string Figure,
    IReadOnlyList<PublishedRow> Rows,
    long? Total,
    DateOnly? CorrectedOn = null
);

internal static class PublishedRules
{
    private const int FirstYear = 2000;

    /// <summary>A report that may be published beyond a scope, without a dimension of small groups, for a past year.</summary>
    public static void OfAPublishedReport<T>(
        this AbstractValidator<T> rules,
        Func<T, string> report,
        Func<T, string> by,
        Func<T, int> year,
        TimeProvider time
    )
    {
        rules
            .RuleFor(r => report(r))
            .Must(code => ReportCatalog.Find(code ?? "")?.Published is not null)
            .WithErrorCode("report.unknown")
            .OverridePropertyName("report");
        rules
            .RuleFor(r => by(r))
            .Must(
                (r, chosen) =>
                    chosen is not ("district" or "found-district" or "month")
                    && (ReportCatalog.Find(report(r) ?? "") is not { } found || found.FindBy(chosen ?? "") is not null)
            )
            .WithErrorCode("report.unknown-dimension")
            .OverridePropertyName("by");
        rules
            .RuleFor(r => year(r))
            .InclusiveBetween(FirstYear, 2100)
            .OverridePropertyName("year")
            .Must(chosen => chosen < time.Today().Year)
            .WithErrorCode("report.year-not-over");
    }
}

internal static class PublishedReports
{
    /// <summary>The republic's figures: one per report, for a whole year, small counts suppressed [15.6, 22].</summary>
    /// <exception cref="DomainException">404: no such report, or nothing to divide it by.</exception>
    public static async Task<PublishedFigures> PublishedAsync(
        this ReportReader reader,
        string code,
        string dimension,
        int ofYear,
        CancellationToken ct
    )
    {
        var report = ReportCatalog.Find(code) ?? throw DomainException.NotFound();
        var by = report.FindBy(dimension) ?? throw DomainException.NotFound();
        var year = new Period(new(ofYear, 1, 1), new(ofYear, 12, 31));
        var (rows, total, corrections, _) = await reader.ReadAsync(report, by, year, DataScope.Republic, null, ct);
        var at = report.Figures.Select((f, i) => (f.Code, i)).First(f => f.Code == report.Published).i;
        var (cells, sum) = Suppression.Of([.. rows.Select(r => r.Values[at] ?? 0)], total.Values[at] ?? 0);
        return new(
            report.Code,
            report.Clause,
            by.Code,
            report.Published!,
            [.. rows.Zip(cells, (row, cell) => new PublishedRow(row.Key, cell))],
            sum,
            corrections.Count == 0 ? null : corrections.Max(c => c.LastOn)
        );
    }
}
