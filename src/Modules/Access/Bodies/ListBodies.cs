using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Web;

namespace Registry.Access.Bodies;

/// <param name="Id">One of them, to name what was chosen before.</param>
internal sealed record ListBodiesRequest(
    string? Search = null,
    string? Territory = null,
    BodyKind? Kind = null,
    string? Cursor = null,
    int? Size = null,
    Guid? Id = null
);

internal sealed record BodyRow(
    Guid Id,
    string NameKy,
    string NameRu,
    string Inn,
    BodyKind Kind,
    BodyLevel Level,
    string Territory,
    bool Suspended
);

/// <summary>The bodies by the name shown; search looks into both names and the taxpayer number.</summary>
internal sealed class ListBodiesEndpoint(AccessDbContext db) : ApiEndpoint<ListBodiesRequest, Page<BodyRow>>
{
    public override void Configure()
    {
        Get("access/bodies");
        Guarded(Permission.ReadBodies, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ListBodiesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Bodies.AsNoTracking();
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(b => b.SearchText.Contains(word));
        if (request.Id is { } id)
            rows = rows.Where(b => b.Id == id);
        if (request.Territory is { } territory && Soate.IsValid(territory))
            rows = rows.Within(DataScope.In(territory));
        if (request.Kind is { } kind)
            rows = rows.Where(b => b.Kind == kind);
        var inKyrgyz = Texts.LanguageOf(HttpContext.Request) is "ky";
        var order = inKyrgyz ? nameof(Body.OrderKy) : nameof(Body.OrderRu);
        var page = await rows.ByName(order, Cursor.Read<NamePosition>(request.Cursor)).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                b => new BodyRow(b.Id, b.NameKy, b.NameRu, b.Inn, b.Kind, b.Level, b.Territory, b.SuspendedAt != null),
                b => new NamePosition(inKyrgyz ? b.OrderKy : b.OrderRu, b.Id)
            ),
            ct
        );
    }
}
