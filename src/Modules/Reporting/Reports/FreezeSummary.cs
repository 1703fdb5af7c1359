using System.Text.Json;
using FastEndpoints;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

internal sealed record FreezeSummaryRequest(DateOnly From, DateOnly To, string? Territory = null) : IReportAsked
{
    // a summary takes only its period and territory
    string IReportAsked.Report => ReportCatalog.All[0].Code;
    string IReportAsked.By => ReportCatalog.All[0].By[0].Code;
}

internal sealed record FreezeSummaryResponse(Guid Id, string Number);

internal sealed class FreezeSummaryValidator : Validator<FreezeSummaryRequest>
{
    public FreezeSummaryValidator() => this.OfAReport();
}

/// <summary>Stores the summary statistical report, every report of clause 22 in one document, under a number with date, author and hash [22.7].</summary>
internal sealed class FreezeSummaryEndpoint(ReportingDbContext db, ReportReader reader, TimeProvider time)
    : ApiEndpoint<FreezeSummaryRequest, FreezeSummaryResponse>
{
    public const string Code = "summary";

    /// <summary>Every report of clause 22, plus terms, exits, completeness and institutions.</summary>
    internal static readonly IReadOnlyList<SummaryPart> Parts =
    [
        new("found", "month"),
        new("found", "channel"),
        new("children", "age"),
        new("children", "sex"),
        new("children", "conclusion"),
        new("children", "legal-status"),
        new("causes", "cause"),
        new("statuses", "legal-status"),
        new("found", "district"),
        new("measures", "body"),
        new("measures", "obstacle"),
        new("monitoring", "month"),
        new("terms", "term"),
        new("terms", "responsible-body"),
        new("exits", "ending"),
        new("quality", "district"),
        new("institutions", "ownership"),
    ];

    public override void Configure()
    {
        Post("reporting/frozen-summaries");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Change);
        Costs(Cost.Paper);
        Creates();
    }

    public override async Task HandleAsync(FreezeSummaryRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        var answers = new List<ReadReportResponse>();
        foreach (var (report, by) in Parts)
        {
            var asked = new ReadReportRequest(report, by, request.From, request.To, request.Territory);
            answers.Add(await ReadReportEndpoint.AnswerAsync(reader, asked, Caller.Scope, ct));
        }
        var content = new FrozenContent(
            new ReadReportRequest(Code, "", request.From, request.To, request.Territory),
            null,
            answers,
            FrozenContent.PlaceOf(request.Territory, Caller)
        );
        var frozen = FrozenReport.Freeze(Code, JsonSerializer.Serialize(content, JsonRules.Options), Caller, time.Utc());
        db.Frozen.Add(frozen);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/frozen/{frozen.Id}", new(frozen.Id, frozen.Number));
    }
}
