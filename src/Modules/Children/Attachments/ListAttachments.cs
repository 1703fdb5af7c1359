using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Attachments;

/// <param name="Id">The child.</param>
/// <param name="AboutId">Only attachments of this object.</param>
internal sealed record ListAttachmentsRequest(
    Guid Id,
    AttachedTo? To = null,
    Guid? AboutId = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Everything attached to a child's card and to the steps of its case, newest first, including withdrawn files.</summary>
internal sealed class ListAttachmentsEndpoint(ChildrenDbContext db, AttachmentViews views)
    : ApiEndpoint<ListAttachmentsRequest, Page<AttachmentView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/cards/{id}/attachments");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListAttachmentsRequest request, CancellationToken ct)
    {
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var size = Cursor.Size(request.Size);
        var rows = db.Attachments.AsNoTracking().Where(a => a.ChildId == request.Id);
        if (request.To is { } to)
            rows = rows.Where(a => a.To == to);
        if (request.AboutId is { } about)
            rows = rows.Where(a => a.AboutId == about);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(a => a.Id < after.Id);
        var page = await rows.OrderByDescending(a => a.Id).Take(size + 1).ToListAsync(ct);
        var shown = await views.OfAsync(request.Id, page, ct);
        await Send.OkAsync(Cursor.Cut(shown, size, a => a, a => new Position(a.Id)), ct);
    }
}
