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

internal sealed record ReadPublishedResponse(
    string Report,
    string Clause,
    string By,
    string Figure,
    IReadOnlyList<PublishedRow> Rows,
    long? Total
);

internal sealed class ReadPublishedValidator : Validator<ReadPublishedRequest>
{
    private const int FirstYear = 2000;

    public ReadPublishedValidator(TimeProvider time)
    {
        RuleFor(r => r.Report).Must(code => ReportCatalog.Find(code ?? "")?.Published is not null).WithErrorCode("report.unknown");
        RuleFor(r => r.By)
            .Must(
                (r, by) =>
                    by is not ("district" or "month")
                    && (ReportCatalog.Find(r.Report ?? "") is not { } report || report.FindBy(by ?? "") is not null)
            )
            .WithErrorCode("report.unknown-dimension");
        RuleFor(r => r.Year).InclusiveBetween(FirstYear, 2100).Must(year => year < time.Today().Year).WithErrorCode("report.year-not-over");
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

    public override async Task HandleAsync(ReadPublishedRequest request, CancellationToken ct)
    {
        var report = ReportCatalog.Find(request.Report) ?? throw DomainException.NotFound();
        var by = report.FindBy(request.By) ?? throw DomainException.NotFound();
        var year = new Period(new(request.Year, 1, 1), new(request.Year, 12, 31));
        var (rows, total) = await reader.ReadAsync(report, by, year, DataScope.Republic, null, ct);
        var at = report.Figures.Select((f, i) => (f.Code, i)).First(f => f.Code == report.Published).i;
        var (cells, sum) = Suppression.Of([.. rows.Select(r => r.Values[at] ?? 0)], total.Values[at] ?? 0);
        await Send.OkAsync(
            new(report.Code, report.Clause, by.Code, report.Published!, [.. rows.Select((r, i) => new PublishedRow(r.Key, cells[i]))], sum),
            ct
        );
    }
}
