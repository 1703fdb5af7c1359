using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Web;

namespace Registry.Access.Specialists;

/// <param name="Id">One of them, to name who was chosen before.</param>
internal sealed record ListSpecialistsRequest(
    string? Search = null,
    Guid? BodyId = null,
    string? Cursor = null,
    int? Size = null,
    Guid? Id = null
);

internal sealed record SpecialistRow(Guid Id, string FullName, string Position, Guid BodyId, string BodyKy, string BodyRu, bool HasAccount);

/// <summary>The responsible specialists by name.</summary>
internal sealed class ListSpecialistsEndpoint(AccessDbContext db) : ApiEndpoint<ListSpecialistsRequest, Page<SpecialistRow>>
{
    public override void Configure()
    {
        Get("access/specialists");
        Guarded(Permission.ReadBodies, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ListSpecialistsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Specialists.AsNoTracking();
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(s => s.SearchText.Contains(word));
        if (request.Id is { } id)
            rows = rows.Where(s => s.Id == id);
        if (request.BodyId is { } bodyId)
            rows = rows.Where(s => s.BodyId == bodyId);
        var page = await rows.ByName(nameof(Specialist.OrderName), Cursor.Read<NamePosition>(request.Cursor))
            .Take(size + 1)
            .Join(
                db.Bodies,
                s => s.BodyId,
                b => b.Id,
                (s, b) =>
                    new
                    {
                        Specialist = s,
                        b.NameKy,
                        b.NameRu,
                        HasAccount = db.Accounts.Any(a => a.SpecialistId == s.Id),
                    }
            )
            .OrderBy(r => r.Specialist.OrderName)
            .ThenBy(r => r.Specialist.Id)
            .ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                r => new SpecialistRow(
                    r.Specialist.Id,
                    r.Specialist.FullName,
                    r.Specialist.Position,
                    r.Specialist.BodyId,
                    r.NameKy,
                    r.NameRu,
                    r.HasAccount
                ),
                r => new NamePosition(r.Specialist.OrderName, r.Specialist.Id)
            ),
            ct
        );
    }
}
