using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Integrators;

/// <param name="Id">The child.</param>
internal sealed record ListKnownAsksRequest(Guid Id, string? Cursor = null, int? Size = null);

/// <param name="System">The state system that queried.</param>
internal sealed record KnownAskView(Guid Id, DateTime At, string? System, string Ground);

/// <summary>Other state systems' queries whether this child is known, with their grounds, latest first [15.6].</summary>
internal sealed class ListKnownAsksEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists)
    : ApiEndpoint<ListKnownAsksRequest, Page<KnownAskView>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("children/cards/{id}/known-asks");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListKnownAsksRequest request, CancellationToken ct)
    {
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var size = Cursor.Size(request.Size);
        var asks = db.KnownAsks.AsNoTracking().Where(k => k.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            asks = asks.Where(k => k.At < after.At || (k.At == after.At && k.Id < after.Id));
        var rows = await asks.OrderByDescending(k => k.At).ThenByDescending(k => k.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. rows.Select(k => k.ClientId).Distinct()], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                k => new KnownAskView(k.Id, k.At, names.GetValueOrDefault(k.ClientId), k.Ground(seal)),
                k => new Position(k.At, k.Id)
            ),
            ct
        );
    }
}
