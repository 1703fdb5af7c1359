using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Report">Code of the report, from the list of reports.</param>
/// <param name="By">What its rows are grouped by.</param>
/// <param name="CompareFrom">A second period for comparison.</param>
internal sealed record ReadReportRequest(
    string Report,
    string By,
    DateOnly From,
    DateOnly To,
    string? Territory = null,
    DateOnly? CompareFrom = null,
    DateOnly? CompareTo = null
) : IReportAsked;

/// <param name="Figures">Codes of the columns.</param>
/// <param name="Names">Names of rows whose keys are ids, such as bodies; null if the keys are codes.</param>
/// <param name="Listed">The figures from which a list of children can be opened.</param>
/// <param name="Corrections">Why the figures of a past period differ from those on its last day.</param>
internal sealed record ReadReportResponse(
    string Report,
    string Clause,
    string By,
    IReadOnlyList<string> Figures,
    IReadOnlyList<string> Percents,
    bool OpensLists,
    IReadOnlyList<ReportRow> Rows,
    ReportRow Total,
    IReadOnlyDictionary<string, KeyName>? Names = null,
    IReadOnlyList<string>? Listed = null,
    IReadOnlyList<CorrectionNote>? Corrections = null
);

internal sealed class ReadReportValidator : Validator<ReadReportRequest>
{
    public ReadReportValidator()
    {
        this.OfAReport();
        RuleFor(r => r.CompareTo)
            .Must((r, to) => (to is null) == (r.CompareFrom is null) && (to is null || to >= r.CompareFrom))
            .WithErrorCode("report.ends-before");
    }
}

/// <summary>A statistical report for a period, within the reader's scope, optionally compared with another period [14.4, 22].</summary>
internal sealed class ReadReportEndpoint(ReportReader reader) : ApiEndpoint<ReadReportRequest, ReadReportResponse>
{
    public override void Configure()
    {
        Get("reporting/report");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.List);
        Costs(Cost.Report);
    }

    public override async Task HandleAsync(ReadReportRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        await Send.OkAsync(await AnswerAsync(reader, request, Caller.Scope, ct), ct);
    }

    internal static async Task<ReadReportResponse> AnswerAsync(
        ReportReader reader,
        ReadReportRequest request,
        DataScope scope,
        CancellationToken ct
    )
    {
        var (report, by, period) = request.Parts();
        var (rows, total, corrections, names) = await reader.ReadAsync(report, by, period, scope, request.Territory, ct);
        if (request is { CompareFrom: { } from, CompareTo: { } to })
        {
            var (other, otherTotal, _, otherNames) = await reader.ReadAsync(report, by, new(from, to), scope, request.Territory, ct);
            var nothing = new long?[report.Figures.Count];
            Array.Fill(nothing, 0);
            var byKey = other.ToDictionary(r => r.Key, r => r.Values);
            rows =
            [
                .. rows.Select(r => r with { Compared = byKey.GetValueOrDefault(r.Key) ?? nothing }),
                .. other.ExceptBy(rows.Select(r => r.Key), r => r.Key).Select(r => new ReportRow(r.Key, nothing, r.Values)),
            ];
            names = names?.Concat(otherNames ?? names).DistinctBy(n => n.Key).ToDictionary();
            total = total with { Compared = otherTotal.Values };
        }
        return new(
            report.Code,
            report.Clause,
            by.Code,
            [.. report.Figures.Select(f => f.Code)],
            [.. report.Figures.Where(f => f.Kind is FigureKind.Percent).Select(f => f.Code)],
            report.HasChildren,
            rows,
            total,
            names,
            report.HasChildren ? [.. report.Figures.Where((f, at) => at == 0 || f.Rows is not null).Select(f => f.Code)] : [],
            corrections
        );
    }
}
