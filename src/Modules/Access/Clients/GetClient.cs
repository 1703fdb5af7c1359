using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record GetClientRequest(Guid Id);

/// <param name="EarlierSecretUntil">Until when the secret before the last rotation works.</param>
internal sealed record GetClientResponse(
    Guid Id,
    string ClientId,
    ClientData Client,
    ClientStatus Status,
    DateTime? EarlierSecretUntil,
    DateTime? LastUsedAt
);

/// <summary>A registered system; its secret is never shown.</summary>
internal sealed class GetClientEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<GetClientRequest, GetClientResponse>
{
    public override void Configure()
    {
        Get("access/clients/{id}");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(GetClientRequest request, CancellationToken ct)
    {
        var c = await db.Clients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.ShowVersion(c.Version);
        await Send.OkAsync(
            new(
                c.Id,
                c.ClientId,
                c.Data,
                ListClientsEndpoint.StatusOf(c, time.Today()),
                c.EarlierUntil > time.Utc() ? c.EarlierUntil : null,
                c.LastUsedAt
            ),
            ct
        );
    }
}
