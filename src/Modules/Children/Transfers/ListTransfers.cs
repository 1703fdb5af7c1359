using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Transfers;

/// <param name="Open">Only those waiting for an answer.</param>
internal sealed record ListTransfersRequest(bool? Open = null, string? Cursor = null, int? Size = null);

/// <summary>The transfers offered to or by the caller, newest first; among those waiting, children in danger come first.</summary>
internal sealed class ListTransfersEndpoint(ChildrenDbContext db, TransferViews views)
    : ApiEndpoint<ListTransfersRequest, Page<TransferView>>
{
    private sealed record Position(Guid Id, bool Danger = false);

    public override void Configure()
    {
        Get("children/transfers");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListTransfersRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        // a sealed case is hidden even from its giver and receiver
        var seen = db.Cases.Within(DataScope.Republic);
        var mine = db
            .Transfers.AsNoTracking()
            .Where(t => t.ToId == Caller.SpecialistId || t.FromId == Caller.SpecialistId)
            .Where(t => seen.Any(c => c.Id == t.CaseId));
        if (request.Open == true)
            mine = mine.Where(t => t.Status == TransferStatus.Offered);
        var sorted = mine.Select(t => new
        {
            Transfer = t,
            Danger = request.Open == true && db.Children.Any(c => c.Id == t.ChildId && c.Severity == Severity.Danger),
        });
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            sorted = sorted.Where(x => (after.Danger && !x.Danger) || (x.Danger == after.Danger && x.Transfer.Id < after.Id));
        var found = await sorted.OrderByDescending(x => x.Danger).ThenByDescending(x => x.Transfer.Id).Take(size + 1).ToListAsync(ct);
        var rows = found.ConvertAll(x => x.Transfer);
        var inDanger = found.Where(x => x.Danger).Select(x => x.Transfer.Id).ToHashSet();
        var shown = await views.OfAsync(rows, Caller, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, t => shown[t.Id], t => new Position(t.Id, inDanger.Contains(t.Id))), ct);
    }
}
