using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Key">The row whose figure is opened; null for the total.</param>
/// <param name="Figure">The column; null for the first.</param>
internal sealed record ListReportChildrenRequest(
    string Report,
    string By,
    DateOnly From,
    DateOnly To,
    string? Territory = null,
    string? Key = null,
    string? Cursor = null,
    int? Size = null,
    string? Figure = null
) : IReportAsked;

internal sealed record ReportChild(Guid ChildId, string FullName, string? Number, string Territory);

internal sealed class ListReportChildrenValidator : Validator<ListReportChildrenRequest>
{
    public ListReportChildrenValidator()
    {
        this.OfAReport();
        RuleFor(r => r.Key).MaximumLength(40);
        RuleFor(r => r.Report)
            .Must(code => ReportCatalog.Find(code ?? "") is not { HasChildren: false })
            .WithErrorCode("report.no-children");
        RuleFor(r => r.Figure)
            .Must(
                (r, figure) =>
                    figure is null || ReportCatalog.Find(r.Report ?? "") is not { } report || report.FindFigure(figure) is not null
            )
            .WithErrorCode("report.unknown-figure");
    }
}

/// <summary>The children behind a figure, within the reader's scope [7, 22].</summary>
internal sealed class ListReportChildrenEndpoint(HotReads reads, ResponsibleBodies bodies, ICases cases, TimeProvider time)
    : ApiEndpoint<ListReportChildrenRequest, Page<ReportChild>>
{
    private sealed record Position(Guid ChildId);

    private sealed record Row(Guid ChildId, string Territory);

    public override void Configure()
    {
        Get("reporting/children");
        Guarded(Permission.ReadChildren, Reach.Own, JournalKind.List);
        Costs(Cost.Report);
    }

    public override async Task HandleAsync(ListReportChildrenRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        var size = Cursor.Size(request.Size);
        var (report, by, period) = request.Parts();
        var asked = new Asked(period, time.Today());
        var sql = reads.Sql().Add("SELECT f.ChildId, MAX(f.Territory) FROM (SELECT ");
        by.Key(sql, asked).Add(" AS RowKey, f.*");
        report.Rows(sql, asked, Caller.Scope, request.Territory, by);
        if ((request.Figure is { } code ? report.FindFigure(code)! : report.Figures[0]).Rows is { } behind)
            behind(sql.Add(" AND "), asked);
        sql.Add(") f WHERE 1 = 1");
        if (request.Key is { } key)
            sql.Add(" AND f.RowKey IN (").AddList(by.OfSpecialists ? await bodies.KeysBehindAsync(key, ct) : [key]).Add(")");
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            sql.Add(" AND f.ChildId > {}", after.ChildId);
        sql.Add(" GROUP BY f.ChildId ORDER BY f.ChildId").First(size + 1);
        var rows = await reads.ListAsync(sql, row => new Row(row.Id(0), row.GetString(1)), ct);
        var shown = rows.Take(size).Select(r => r.ChildId).ToList();
        var places = await cases.PlacesAsync(shown, ct);
        // a child found here that moved to another district is counted here and named there
        var named = shown.Where(c => !places.TryGetValue(c, out var place) || Caller.Scope.Covers(place.Territory)).ToList();
        var names = await cases.NamesAsync(named, ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new ReportChild(
                    r.ChildId,
                    names.GetValueOrDefault(r.ChildId) ?? "",
                    names.ContainsKey(r.ChildId) ? places.GetValueOrDefault(r.ChildId)?.Number : null,
                    r.Territory
                ),
                r => new Position(r.ChildId)
            ),
            ct
        );
    }
}
