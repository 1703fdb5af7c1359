using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record RotateClientSecretRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <param name="Secret">Shown this once; null where another person has to confirm it and is shown it.</param>
/// <param name="EarlierUntil">Until then the earlier secret works too.</param>
internal sealed record RotateClientSecretResponse(string? Secret, DateTime? EarlierUntil);

/// <summary>Rotates a system's secret, or requests it of another person where the system reads about children; the earlier one works for another week.</summary>
internal sealed class RotateClientSecretEndpoint(AccessDbContext db, ClientNews news, TimeProvider time)
    : ApiEndpoint<RotateClientSecretRequest, RotateClientSecretResponse>
{
    public override void Configure()
    {
        Post("access/clients/{id}/rotate");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.Change, ifMatch: true);
        ShowsSecret();
    }

    public override async Task HandleAsync(RotateClientSecretRequest request, CancellationToken ct)
    {
        var client = await db.Clients.FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(client);
        request.RequireConfirmed(client.Title);
        var secret = client.Rotate(Caller.SpecialistId, time.Utc());
        await news.TellAsync(client, Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(secret, secret is null ? null : client.EarlierUntil), ct);
    }
}
