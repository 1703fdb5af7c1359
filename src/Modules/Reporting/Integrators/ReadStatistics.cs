using FastEndpoints;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Integrators;

/// <param name="Year">A year that has ended.</param>
internal sealed record ReadStatisticsRequest(string Report, string By, int Year);

internal sealed class ReadStatisticsValidator : Validator<ReadStatisticsRequest>
{
    public ReadStatisticsValidator(TimeProvider time) => this.OfAPublishedReport(r => r.Report, r => r.By, r => r.Year, time);
}

/// <summary>The republic's published statistics for integrators: whole years, small counts suppressed [12.2, 22].</summary>
internal sealed class ReadStatisticsEndpoint(ReportReader reader) : ApiEndpoint<ReadStatisticsRequest, PublishedFigures>
{
    public override void Configure()
    {
        Get("v1/statistics");
        Guarded(Permission.ReadPublishedStatistics, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ReadStatisticsRequest request, CancellationToken ct) =>
        await Send.OkAsync(await reader.PublishedAsync(request.Report, request.By, request.Year, ct), ct);
}
