using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Reports;

internal sealed record ListFrozenReportsRequest(string? Cursor = null, int? Size = null);

internal sealed record FrozenRow(Guid Id, string Number, string Report, DateTime At, string? By);

/// <summary>The reports that the reader's body has frozen, newest first.</summary>
internal sealed class ListFrozenReportsEndpoint(ReportingDbContext db, ISpecialists specialists)
    : ApiEndpoint<ListFrozenReportsRequest, Page<FrozenRow>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("reporting/frozen");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListFrozenReportsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Frozen.AsNoTracking().Where(r => r.BodyId == Caller.BodyId);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(r => r.Id < after.Id);
        var page = await rows.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. page.Select(r => r.By).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                r => new FrozenRow(r.Id, r.Number, r.Report, r.At, names.GetValueOrDefault(r.By)),
                r => new Position(r.Id)
            ),
            ct
        );
    }
}
