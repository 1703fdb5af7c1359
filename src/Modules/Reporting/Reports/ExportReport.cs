using FastEndpoints;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportReportRequest(
    string Report,
    string By,
    DateOnly From,
    DateOnly To,
    string Format,
    string? Territory = null,
    DateOnly? CompareFrom = null,
    DateOnly? CompareTo = null
) : IReportCompared;

internal sealed class ExportReportValidator : Validator<ExportReportRequest>
{
    public ExportReportValidator()
    {
        this.OfAReport();
        RuleFor(r => r.Format).OfASheet();
    }
}

/// <summary>A report's table as a file in the reader's language: title and figure definitions above it, numbers as numbers [14.4, 22].</summary>
internal sealed class ExportReportEndpoint(ReportReader reader, ReportWords words) : ApiEndpoint<ExportReportRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("reporting/report/file");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Read);
        Costs(Cost.Export);
    }

    public override async Task HandleAsync(ExportReportRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        var report = await ReadReportEndpoint.AnswerAsync(reader, request.ToRead(), Caller.Scope, ct);
        var speaker = await words.InAsync(Texts.LanguageOf(HttpContext.Request), ct);
        using var file = new MemoryStream();
        await using (var sheet = await Sheet.OpenAsync(request.Format, file, Texts.LanguageOf(HttpContext.Request)))
        {
            var place = await speaker.PlaceAsync(FrozenContent.PlaceOf(request.Territory, Caller), ct);
            await sheet.RowAsync([speaker.Say($"report.{report.Report}"), $"[{report.Clause}]"]);
            await sheet.RowAsync([place, request.From, request.To]);
            await sheet.RowAsync([speaker.Say($"report-means.{report.Report}")]);
            foreach (var correction in speaker.Corrections(report))
                await sheet.RowAsync([correction]);
            await sheet.RowAsync([speaker.Say($"by.{report.By}"), .. Heads(report, f => speaker.Say($"figure.{f}"), speaker)]);
            await sheet.RowAsync([null, .. Heads(report, f => speaker.Say($"figure-means.{report.Report}.{f}"), speaker)]);
            foreach (var row in report.Rows)
                await sheet.RowAsync([await speaker.NameAsync(report, row.Key, ct), .. Values(row)]);
            await sheet.RowAsync([speaker.Say("report.total"), .. Values(report.Total)]);
        }
        await HttpContext.SendFileAsync(
            $"{report.Report}-{report.By}-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}.{request.Format}",
            Sheet.MediaTypeOf(request.Format),
            file.ToArray(),
            ct
        );
    }

    private static IEnumerable<object?> Heads(ReadReportResponse report, Func<string, string> say, ReportSpeaker speaker) =>
        report.Total.Compared is null
            ? report.Figures.Select(say)
            : report.Figures.Select(say).Concat(report.Figures.Select(f => $"{say(f)} ({speaker.Say("report.compared")})"));

    private static IEnumerable<object?> Values(ReportRow row) => row.Values.Concat(row.Compared ?? []).Cast<object?>();
}
