using FastEndpoints;
using FluentValidation;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Reporting.Reports;

/// <param name="Year">A year that has ended: figures of a running one could be told apart day by day.</param>
internal sealed record ReadPublishedRequest(string Report, string By, int Year);

/// <param name="Value">Null where telling it could show a single child.</param>
internal sealed record PublishedRow(string Key, long? Value);

/// <param name="Rows">None where there are too few children to tell anything of them.</param>
/// <param name="Total">Null where there are too few children.</param>
/// <param name="CorrectedOn">The last day on which an error in the figures of the year was corrected after it had ended.</param>
internal sealed record ReadPublishedResponse(
    string Report,
    string Clause,
    string By,
    string Figure,
    IReadOnlyList<PublishedRow> Rows,
    long? Total,
    DateOnly? CorrectedOn = null
);

internal sealed class ReadPublishedValidator : Validator<ReadPublishedRequest>
{
    public ReadPublishedValidator(TimeProvider time) => this.OfAPublishedReport(r => r.Report, r => r.By, r => r.Year, time);
}

internal static class PublishedRules
{
    private const int FirstYear = 2000;

    /// <summary>A report of which something may be told beyond a scope, by nothing small, of a year that is over.</summary>
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

/// <summary>
/// The republic's figures for readers whose scope is smaller: one figure a report, whole years, no district, counts below five and one beside them not told
/// [15.6, 22, 24].
/// </summary>
internal sealed class ReadPublishedEndpoint(ReportReader reader) : ApiEndpoint<ReadPublishedRequest, ReadPublishedResponse>
{
    public override void Configure()
    {
        Get("reporting/published");
        Guarded(Permission.ReadStatistics, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ReadPublishedRequest request, CancellationToken ct) =>
        await Send.OkAsync(await AnswerAsync(reader, request, ct), ct);

    public static async Task<ReadPublishedResponse> AnswerAsync(ReportReader reader, ReadPublishedRequest request, CancellationToken ct)
    {
        var report = ReportCatalog.Find(request.Report) ?? throw DomainException.NotFound();
        var by = report.FindBy(request.By) ?? throw DomainException.NotFound();
        var year = new Period(new(request.Year, 1, 1), new(request.Year, 12, 31));
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
