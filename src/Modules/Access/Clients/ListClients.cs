using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Clients;

internal enum ClientStatus
{
    Active,
    NotYetValid,
    Expired,
    Revoked,
}

internal sealed record ListClientsRequest(string? Cursor = null, int? Size = null);

internal sealed record ClientRow(Guid Id, string ClientId, string Name, ClientStatus Status, DateOnly ValidUntil, DateTime? LastUsedAt);

/// <summary>The systems that may call the Base, and when each last did.</summary>
internal sealed class ListClientsEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<ListClientsRequest, Page<ClientRow>>
{
    private sealed record Position(string ClientId);

    public override void Configure()
    {
        Get("access/clients");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListClientsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Clients.AsNoTracking();
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(c => string.Compare(c.ClientId, after.ClientId) > 0);
        var page = await rows.OrderBy(c => c.ClientId).Take(size + 1).ToListAsync(ct);
        var today = time.Today();
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                c => new ClientRow(c.Id, c.ClientId, c.Name, StatusOf(c, today), c.ValidUntil, c.LastUsedAt),
                c => new Position(c.ClientId)
            ),
            ct
        );
    }

    public static ClientStatus StatusOf(IntegratorClient client, DateOnly today) =>
        client.RevokedAt is not null ? ClientStatus.Revoked
        : today < client.ValidFrom ? ClientStatus.NotYetValid
        : today > client.ValidUntil ? ClientStatus.Expired
        : ClientStatus.Active;
}
