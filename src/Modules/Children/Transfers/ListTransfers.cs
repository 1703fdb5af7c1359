using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Children.Transfers;

/// <param name="Open">Only those that wait for an answer.</param>
internal sealed record ListTransfersRequest(bool? Open = null, string? Cursor = null, int? Size = null);

/// <summary>The transfers offered to the caller and those the caller offered, newest first.</summary>
internal sealed class ListTransfersEndpoint(ChildrenDbContext db, TransferViews views)
    : ApiEndpoint<ListTransfersRequest, Page<TransferView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/transfers");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListTransfersRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        // of a sealed case not even what one gave or got
        var seen = db.Cases.Within(DataScope.Republic);
        var mine = db
            .Transfers.AsNoTracking()
            .Where(t => t.ToId == Caller.SpecialistId || t.FromId == Caller.SpecialistId)
            .Where(t => seen.Any(c => c.Id == t.CaseId));
        if (request.Open == true)
            mine = mine.Where(t => t.Status == TransferStatus.Offered);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            mine = mine.Where(t => t.Id < after.Id);
        var rows = await mine.OrderByDescending(t => t.Id).Take(size + 1).ToListAsync(ct);
        var shown = await views.OfAsync(rows, Caller, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, t => shown[t.Id], t => new Position(t.Id)), ct);
    }
}
