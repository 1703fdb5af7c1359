using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Integrators;

internal sealed record ReadChangesRequest(string? Cursor = null, int? Size = null);

/// <param name="SignalId">A signal of yours; read its outcome.</param>
internal sealed record SignalChange(Guid SignalId, DateTime At);

/// <param name="Cursor">Where to continue; keep it until the next call.</param>
/// <param name="More">There is more now.</param>
internal sealed record ReadChangesResponse(IReadOnlyList<SignalChange> Items, string? Cursor, bool More);

/// <summary>Which of its signals were processed since a system's last call: ids only, in order, none left out [12.2].</summary>
internal sealed class ReadChangesEndpoint(ChildrenDbContext db, TimeProvider time) : ApiEndpoint<ReadChangesRequest, ReadChangesResponse>
{
    /// <summary>An earlier timestamp may be committed later: the newest entries are held back until nothing can come in before them.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("v1/changes");
        Guarded(Permission.SendSignals, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ReadChangesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var settled = time.Utc() - Settling;
        var open = db.Signals.Within(DataScope.Republic);
        var news = db
            .SignalNews.AsNoTracking()
            .Where(n => n.SentBy == Caller.SpecialistId && n.At <= settled && open.Any(s => s.Id == n.SignalId));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            news = news.Where(n => n.At > after.At || (n.At == after.At && n.Id > after.Id));
        var rows = await news.OrderBy(n => n.At).ThenBy(n => n.Id).Take(size + 1).ToListAsync(ct);
        var page = rows.Take(size).ToList();
        await Send.OkAsync(
            new(
                [.. page.Select(n => new SignalChange(n.SignalId, n.At))],
                page.Count == 0 ? request.Cursor : Cursor.Of(new Position(page[^1].At, page[^1].Id)),
                rows.Count > size
            ),
            ct
        );
    }
}
