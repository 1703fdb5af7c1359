using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Attesting;

namespace Registry.Access.Authentication;

/// <summary>The provider checks a system's secret here: ours can be rotated with an overlap, revoked, and expire.</summary>
internal sealed class ClientSecrets(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>> log,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication> store,
    AccessDbContext db,
    RowMacs macs,
    TimeProvider time
) : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>(cache, log, options, store)
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        OpenIddictEntityFrameworkCoreApplication application,
        string secret,
        CancellationToken cancellationToken = default
    )
    {
        var client = await db.Clients.AsNoTracking().FirstOrDefaultAsync(c => c.ClientId == application.ClientId, cancellationToken);
        if (client is null || !client.IsInForce(time.Today()) || !client.Accepts(secret, time.Utc()))
            return false;
        if (!await macs.AreTrueAsync(db, cancellationToken, client))
            return false;
        var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == client.BodyId, cancellationToken);
        return body.SuspendedAt is null && await macs.AreTrueAsync(db, cancellationToken, body);
    }
}

/// <summary>Gives a system that presented its secret a token in its own name; its rights are read again at each call.</summary>
internal sealed class IssueClientTokens(AccessDbContext db) : IOpenIddictServerHandler<OpenIddictServerEvents.HandleTokenRequestContext>
{
    /// <summary>The audience of its tokens: the integrators' API of the Base (ASVS 9.2.4).</summary>
    public const string Audience = "registry-api";

    public async ValueTask HandleAsync(OpenIddictServerEvents.HandleTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType())
            return;
        var id = await db.Clients.Where(c => c.ClientId == context.Request.ClientId).Select(c => c.Id).FirstOrDefaultAsync();
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, id.ToString());
        identity.SetResources(Audience);
        context.SignIn(new ClaimsPrincipal(identity));
    }
}
