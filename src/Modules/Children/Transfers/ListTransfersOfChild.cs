using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Transfers;

internal sealed record ListTransfersOfChildRequest(Guid Id);

internal sealed record ListTransfersOfChildResponse(IReadOnlyList<TransferView> Items);

/// <summary>Who was responsible for a child's case, and who offered it to whom.</summary>
internal sealed class ListTransfersOfChildEndpoint(ChildrenDbContext db, TransferViews views)
    : ApiEndpoint<ListTransfersOfChildRequest, ListTransfersOfChildResponse>
{
    private const int Most = 100;

    public override void Configure()
    {
        Get("children/cards/{id}/transfers");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListTransfersOfChildRequest request, CancellationToken ct)
    {
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var rows = await db
            .Transfers.AsNoTracking()
            .Where(t => t.ChildId == request.Id)
            .OrderByDescending(t => t.Id)
            .Take(Most)
            .ToListAsync(ct);
        var shown = await views.OfAsync(rows, Caller, ct);
        await Send.OkAsync(new([.. rows.Select(t => shown[t.Id])]), ct);
    }
}
