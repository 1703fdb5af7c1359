using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record RegisterClientRequest(string ClientId, ClientData Client);

/// <param name="Secret">Shown this once.</param>
internal sealed record RegisterClientResponse(Guid Id, string Secret);

internal sealed class RegisterClientValidator : Validator<RegisterClientRequest>
{
    public RegisterClientValidator()
    {
        RuleFor(r => r.ClientId).NotEmpty().Matches("^[a-z][a-z0-9-]{2,59}$").WithErrorCode("client.id-wrong-format");
        RuleFor(r => r.Client).NotNull().SetValidator(new ClientDataValidator());
    }
}

/// <summary>The administrator registers another state system with its scopes, territory, term and addresses [12.2, 15.5]; what reads about children waits for another person.</summary>
internal sealed class RegisterClientEndpoint(
    AccessDbContext db,
    TerritoryCatalog territories,
    IOpenIddictApplicationManager applications,
    ClientNews news,
    TimeProvider time
) : ApiEndpoint<RegisterClientRequest, RegisterClientResponse>
{
    public override void Configure()
    {
        Post("access/clients");
        Guarded(Permission.ManageClients, Reach.Administration, JournalKind.Change);
        ShowsSecret();
        Creates();
        AtMostOne("information system with an identifier");
    }

    public override async Task HandleAsync(RegisterClientRequest request, CancellationToken ct)
    {
        if (request.Client.Territory is { } territory)
            await territories.RequireAsync(territory, "client.territory", ct);
        if (!await db.Bodies.AnyAsync(b => b.Id == request.Client.BodyId, ct))
            throw new DomainException("client.body-unknown", 400, "client.bodyId");
        if (await applications.FindByClientIdAsync(request.ClientId, ct) is not null)
            throw new DomainException("client.id-taken", 409, "clientId");
        var (client, secret) = IntegratorClient.Register(request.ClientId, request.Client, Caller.SpecialistId, time.Utc());
        db.Clients.Add(client);
        await news.TellAsync(client, Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await applications.CreateAsync(DescriptorOf(client, secret), ct);
        await CreatedAsync($"access/clients/{client.Id}", new(client.Id, secret), client.Version);
    }

    private static OpenIddictApplicationDescriptor DescriptorOf(IntegratorClient client, string secret) =>
        new()
        {
            ClientId = client.ClientId,
            ClientSecret = secret,
            ClientType = OpenIddictConstants.ClientTypes.Confidential,
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
        };
}
