using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record ChangeClientRequest(Guid Id, ClientData Client);

internal sealed class ChangeClientValidator : Validator<ChangeClientRequest>
{
    public ChangeClientValidator() => RuleFor(r => r.Client).NotNull().SetValidator(new ClientDataValidator());
}

/// <summary>Changes what a system may do, from its next call on; a change to a system that reads about children takes effect once another person confirms it.</summary>
internal sealed class ChangeClientEndpoint(AccessDbContext db, TerritoryCatalog territories, ClientNews news, TimeProvider time)
    : ApiEndpoint<ChangeClientRequest, object?>
{
    public override void Configure()
    {
        Put("access/clients/{id}");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeClientRequest request, CancellationToken ct)
    {
        var client = await db.Clients.FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(client);
        if (request.Client.Territory is { } territory)
            await territories.RequireAsync(territory, "client.territory", ct);
        if (!await db.Bodies.AnyAsync(b => b.Id == request.Client.BodyId, ct))
            throw new DomainException("client.body-unknown", 400, "client.bodyId");
        client.Change(request.Client, Caller.SpecialistId, time.Utc());
        await news.TellAsync(client, Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
