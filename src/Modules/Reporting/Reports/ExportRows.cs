using System.Data.Common;
using System.Globalization;
using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Format">csv or xlsx.</param>
internal sealed record ExportRowsRequest(string Report, string By, DateOnly From, DateOnly To, string Format, string? Territory = null)
    : IReportAsked;

internal sealed class ExportRowsValidator : Validator<ExportRowsRequest>
{
    public ExportRowsValidator()
    {
        this.OfAReport();
        RuleFor(r => r.Format).OfASheet();
        RuleFor(r => r.Report)
            .Must(code => ReportCatalog.Find(code ?? "") is null or { Columns: not null })
            .WithErrorCode("report.no-rows");
    }
}

/// <summary>The counted rows behind a report as a file: codes and days, no names; streamed, whatever their number [14.4, 22].</summary>
internal sealed class ExportRowsEndpoint(HotReads reads, Texts texts, TimeProvider time) : ApiEndpoint<ExportRowsRequest, FileAnswer>
{
    /// <summary>The number of rows in the file, without the header.</summary>
    public const string RowsHeader = "Registry-Rows";

    public override void Configure()
    {
        Get("reporting/rows");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Read);
        Costs(Cost.Export);
    }

    public override async Task HandleAsync(ExportRowsRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        var (report, _, period) = request.Parts();
        var columns = report.Columns!;
        var language = Texts.LanguageOf(HttpContext.Request);
        var sql = reads.Sql().Add($"SELECT {string.Join(", ", columns.Select(c => $"f.{c}"))}");
        report.Rows(sql, new Asked(period, time.Today()), Caller.Scope, request.Territory);
        // for the progress bar; the file itself is read row by row
        var count = report.Rows(reads.Sql().Add("SELECT COUNT(*)"), new Asked(period, time.Today()), Caller.Scope, request.Territory);
        HttpContext.Response.Headers[RowsHeader] = await reads.FirstAsync(
            count,
            row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            ct
        );
        HttpContext.BeginFile(
            $"{report.Code}-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}.{request.Format}",
            Sheet.MediaTypeOf(request.Format)
        );
        // the archive writes its own headers synchronously, even if its entries are asynchronous
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        await HttpContext.Response.StartAsync(ct);
        await using var sheet = await Sheet.OpenAsync(request.Format, HttpContext.Response.Body, Texts.LanguageOf(HttpContext.Request));
        await sheet.RowAsync([.. columns.Select(c => (object)texts.Say(language, $"column.{c}"))]);
        await reads.EachAsync(sql, row => sheet.RowAsync([.. columns.Select((c, i) => ValueOf(row, c, i))]), ct);
    }

    private static object? ValueOf(DbDataReader row, string column, int at) =>
        row.IsDBNull(at) ? null
        : column.EndsWith("On", StringComparison.Ordinal) ? row.Day(at)
        : row.GetValue(at) switch
        {
            bool yes => yes ? 1L : 0L,
            string text => text,
            var number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        };
}
