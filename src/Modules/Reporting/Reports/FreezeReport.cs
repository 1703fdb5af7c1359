using System.Text.Json;
using FastEndpoints;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

internal sealed record FreezeReportRequest(
    string Report,
    string By,
    DateOnly From,
    DateOnly To,
    string? Territory = null,
    DateOnly? CompareFrom = null,
    DateOnly? CompareTo = null
) : IReportCompared;

internal sealed record FreezeReportResponse(Guid Id, string Number);

internal sealed class FreezeReportValidator : Validator<FreezeReportRequest>
{
    public FreezeReportValidator() => this.OfAReport();
}

/// <summary>Stores a snapshot of a report under a number, with date, author and hash [22.7].</summary>
internal sealed class FreezeReportEndpoint(ReportingDbContext db, ReportReader reader, TimeProvider time)
    : ApiEndpoint<FreezeReportRequest, FreezeReportResponse>
{
    public override void Configure()
    {
        Post("reporting/frozen");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Change);
        Costs(Cost.Paper);
        Creates();
    }

    public override async Task HandleAsync(FreezeReportRequest request, CancellationToken ct)
    {
        request.RequireInScope(Caller);
        var asked = request.ToRead();
        var answer = await ReadReportEndpoint.AnswerAsync(reader, asked, Caller.Scope, ct);
        var content = new FrozenContent(asked, answer, Within: FrozenContent.PlaceOf(request.Territory, Caller));
        var frozen = FrozenReport.Freeze(request.Report, JsonSerializer.Serialize(content, JsonRules.Options), Caller, time.Utc());
        db.Frozen.Add(frozen);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/frozen/{frozen.Id}", new(frozen.Id, frozen.Number));
    }
}

/// <summary>A request and its answer.</summary>
/// <param name="Answer">For a single report; null for the summary.</param>
/// <param name="Parts">For the summary.</param>
/// <param name="Within">The territory counted, or <see cref="WholeRepublic"/>; null in reports frozen before it was stored.</param>
internal sealed record FrozenContent(
    ReadReportRequest Asked,
    ReadReportResponse? Answer,
    IReadOnlyList<ReadReportResponse>? Parts = null,
    string? Within = null
)
{
    public const string WholeRepublic = "republic";

    public IReadOnlyList<ReadReportResponse> Answers() => Parts ?? [Answer!];

    public static string PlaceOf(string? asked, Caller caller) => asked ?? caller.Scope.Territory ?? WholeRepublic;
}
