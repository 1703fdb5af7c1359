using FastEndpoints;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Year">A past year: figures of the current one could be compared day by day to identify children.</param>
internal sealed record ReadPublishedRequest(string Report, string By, int Year);

internal sealed class ReadPublishedValidator : Validator<ReadPublishedRequest>
{
    public ReadPublishedValidator(TimeProvider time) => this.OfAPublishedReport(r => r.Report, r => r.By, r => r.Year, time);
}

/// <summary>
/// The republic's figures for readers whose scope is smaller: one figure per report, whole years, no district, counts below five and one more
/// suppressed
/// [15.6, 22, 24].
/// </summary>
internal sealed class ReadPublishedEndpoint(ReportReader reader) : ApiEndpoint<ReadPublishedRequest, PublishedFigures>
{
    public override void Configure()
    {
        Get("reporting/published");
        Guarded(Permission.ReadStatistics, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ReadPublishedRequest request, CancellationToken ct) =>
        await Send.OkAsync(await reader.PublishedAsync(request.Report, request.By, request.Year, ct), ct);
}
