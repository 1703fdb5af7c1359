using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

internal sealed record GetFrozenReportRequest(Guid Id);

/// <param name="IsWhole">False if the stored report no longer matches its hash.</param>
internal sealed record GetFrozenReportResponse(
    Guid Id,
    string Number,
    DateTime At,
    string? By,
    string Hash,
    bool IsWhole,
    FrozenContent Content
);

/// <summary>A frozen report, unchanged, for users of the body that froze it [22.7].</summary>
internal sealed class GetFrozenReportEndpoint(ReportingDbContext db, ISpecialists specialists)
    : ApiEndpoint<GetFrozenReportRequest, GetFrozenReportResponse>
{
    public override void Configure()
    {
        Get("reporting/frozen/{id}");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(GetFrozenReportRequest request, CancellationToken ct)
    {
        var frozen =
            await db.Frozen.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id && r.BodyId == Caller.BodyId, ct)
            ?? throw DomainException.NotFound();
        var names = await specialists.NamesAsync([frozen.By], ct);
        await Send.OkAsync(
            new(
                frozen.Id,
                frozen.Number,
                frozen.At,
                names.GetValueOrDefault(frozen.By),
                Convert.ToHexString(frozen.Hash),
                frozen.IsWhole,
                JsonSerializer.Deserialize<FrozenContent>(frozen.Content, JsonRules.Options)!
            ),
            ct
        );
    }
}
