using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Accounts;

/// <param name="Open">True: those pending, and those another person must still review. Otherwise all, newest first.</param>
internal sealed record ListAccessRequestsRequest(bool? Open = null, string? Cursor = null, int? Size = null);

/// <summary>The requested accesses, and who confirmed the others [8, 15.1, 15.2].</summary>
internal sealed class ListAccessRequestsEndpoint(AccessDbContext db, AccessRequestViews views)
    : ApiEndpoint<ListAccessRequestsRequest, Page<AccessRequestRow>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("access/requests");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListAccessRequestsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var requests = db.AccessRequests.AsNoTracking();
        if (request.Open == true)
            requests = requests.Where(r => r.State == ConfirmationState.Requested || (r.OnMachine && r.SeenBy == null));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            requests = requests.Where(r => r.Id < after.Id);
        var rows = await views.OfAsync(requests.OrderByDescending(r => r.Id).Take(size + 1), Caller, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, r => r, r => new Position(r.Id)), ct);
    }
}
