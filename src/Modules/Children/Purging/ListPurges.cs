using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Children.Purging;

internal sealed record ListPurgesRequest(string? Search = null, string? Cursor = null, int? Size = null);

internal sealed record PurgeRow(Guid Id, string Number, PurgeGround Ground, DateOnly DueOn, DateTime StartedAt, DateTime? CompletedAt);

/// <summary>The certificates of purges, latest first [25.2]; search by number.</summary>
internal sealed class ListPurgesEndpoint(ChildrenDbContext db) : ApiEndpoint<ListPurgesRequest, Page<PurgeRow>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("children/purges");
        Guarded(Permission.ReadPurges, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListPurgesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Purges.AsNoTracking();
        if (request.Search?.Trim() is { Length: > 0 } number)
            rows = rows.Where(p => p.Number.Contains(number));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(p => p.StartedAt < after.At || (p.StartedAt == after.At && p.Id < after.Id));
        var page = await rows.OrderByDescending(p => p.StartedAt).ThenByDescending(p => p.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                p => new PurgeRow(p.Id, p.Number, p.Ground, p.DueOn, p.StartedAt, p.CompletedAt),
                p => new Position(p.StartedAt, p.Id)
            ),
            ct
        );
    }
}
