using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Published">The figure published for the whole republic to readers of a smaller scope; null if none is.</param>
internal sealed record ReportView(string Code, string Clause, IReadOnlyList<string> Figures, IReadOnlyList<string> By, string? Published);

/// <param name="By">What its rows are grouped by.</param>
internal sealed record SummaryPart(string Report, string By);

/// <param name="Summary">The reports in the summary, in order [22.7].</param>
internal sealed record ListReportsResponse(IReadOnlyList<ReportView> Items, IReadOnlyList<SummaryPart> Summary);

/// <summary>The available reports, with their columns and what they can be divided by [22].</summary>
internal sealed class ListReportsEndpoint : ApiEndpoint<ListReportsResponse>
{
    public override void Configure()
    {
        Get("reporting/reports");
        Guarded(Permission.ReadStatistics, Reach.Reference, JournalKind.List);
    }

    public override Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct) =>
        Send.OkAsync(
            new(
                [
                    .. ReportCatalog.All.Select(r => new ReportView(
                        r.Code,
                        r.Clause,
                        [.. r.Figures.Select(f => f.Code)],
                        [.. r.By.Select(d => d.Code)],
                        r.Published
                    )),
                ],
                FreezeSummaryEndpoint.Parts
            ),
            ct
        );
}
