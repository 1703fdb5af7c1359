using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.Authentication;

/// <summary>
/// Sign-in is always OpenID Connect: code flow with PKCE against the embedded provider, whose sign-in page is the web admin's. The browser then holds
/// a session cookie and no token.
/// </summary>
internal static class OpenIdConnectSignIn
{
    public const string ClientId = "registry-web";
    public const string Callback = "/signin-oidc";
    private const string SignInPage = "/sign-in";

    public static IServiceCollection AddOpenIdConnectSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<AccessDbContext>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication, ClientSecrets>();
            })
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.Configure(o => o.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain));
                // other state systems [12.2]: a secret for a token, minutes long
                server.AllowClientCredentialsFlow();
                server.AddEventHandler<OpenIddictServerEvents.HandleTokenRequestContext>(on => on.UseScopedHandler<IssueClientTokens>());
                server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(on => on.UseScopedHandler<JournalTokens>());
                server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2)).SetAccessTokenLifetime(TimeSpan.FromMinutes(5));
                var aspNet = server.UseAspNetCore().EnableAuthorizationEndpointPassthrough();
                if (!configuration.GetValue("Registry:SignIn:RequireHttps", true))
                    aspNet.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                // a token for another audience opens nothing here (ASVS 9.2.3)
                validation.AddAudiences(IssueClientTokens.Audience);
                // revoked tokens are refused at once, not when they expire
                validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
                // a token belongs in a header: addresses end up in logs
                validation.UseAspNetCore().DisableAccessTokenExtractionFromQueryString().DisableAccessTokenExtractionFromBodyForm();
            });
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ProviderKeys>();
        var https = configuration.GetValue("Registry:SignIn:RequireHttps", true);
        var authentication = services
            .AddAuthentication(AccessSchemes.Session)
            .AddCookie(AccessSchemes.Session, o => SessionCookie(o, https))
            .AddCookie(AccessSchemes.Provider, o => ProviderCookie(o, https))
            .AddOpenIdConnect(AccessSchemes.OpenIdConnect, o => Client(o, configuration));
        var outside = OutsideProvider.Read(configuration);
        services.AddSingleton(new OutsideProviders(outside));
        if (outside is not null)
            authentication.AddOutsideSignIn(outside, https);
        // after the cookie's own set-up, whose format it wraps
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, SessionTickets>();
        return services;
    }

    private static void SessionCookie(CookieAuthenticationOptions options, bool https)
    {
        Harden(options, AccessSchemes.Session, https);
        options.ExpireTimeSpan = Session.Longest;
        options.SlidingExpiration = false;
        options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = async context =>
        {
            var http = context.HttpContext;
            var callers = http.RequestServices.GetRequiredService<ICallers>();
            if (
                context.Principal?.IdOf(AccessSchemes.SessionId) is { } session
                && await callers.FindAsync(session, !Unattended.Is(http.Request), http.RequestAborted) is { } caller
            )
                http.SetCaller(caller);
            else
                context.RejectPrincipal();
        };
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void ProviderCookie(CookieAuthenticationOptions options, bool https)
    {
        Harden(options, AccessSchemes.Provider, https);
        options.ExpireTimeSpan = Session.Pass;
        options.SlidingExpiration = false;
    }

    /// <param name="https">The browser sends such a cookie to this host alone (<c>__Host-</c>): no other host of the domain can plant it.</param>
    internal static void Harden(CookieAuthenticationOptions options, string name, bool https)
    {
        options.Cookie.Name = https ? $"__Host-{name}" : name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    internal static void Harden(OpenIdConnectOptions options, bool https)
    {
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            if (!https)
                continue;
            cookie.Name = $"__Host-{cookie.Name}";
            cookie.Path = "/";
        }
    }

    private static void Client(OpenIdConnectOptions options, IConfiguration configuration)
    {
        options.Authority = configuration["Registry:SignIn:Authority"];
        options.RequireHttpsMetadata = configuration.GetValue("Registry:SignIn:RequireHttps", true);
        options.ClientId = ClientId;
        options.SignInScheme = AccessSchemes.Session;
        options.ResponseType = "code";
        options.ResponseMode = "query";
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.CallbackPath = Callback;
        // no redirects: codes go to the provider and nowhere else (ASVS 15.3.2)
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        options.TokenValidationParameters.ValidAlgorithms = [ProviderKeys.Algorithm];
        Harden(options, options.RequireHttpsMetadata);
        options.Events.OnTicketReceived = StartSessionAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(SignInPage);
            return Task.CompletedTask;
        };
    }

    /// <summary>The session that the pass offered begins, once; the cookie carries its id and nothing else of the provider's.</summary>
    private static async Task StartSessionAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var accountId =
            context.Principal?.IdOf(AccessSchemes.Subject) ?? throw new InvalidOperationException("The provider named no account.");
        var pass = await http.AuthenticateAsync(AccessSchemes.Provider);
        await http.SignOutAsync(AccessSchemes.Provider);
        var use = http.RequestServices.GetRequiredService<SessionUse>();
        if (
            pass.Principal?.IdOf(AccessSchemes.SessionId) is not { } session
            || !await use.TryBeginAsync(
                session,
                accountId,
                http.Connection.RemoteIpAddress?.ToString(),
                http.Request.Headers.UserAgent.ToString(),
                http.RequestAborted
            )
        )
        {
            context.HandleResponse();
            context.Response.Redirect(SignInPage);
            return;
        }
        // the browser has one session: the cookie of the previous one is about to be overwritten (ASVS 7.2.4)
        if ((await http.AuthenticateAsync(AccessSchemes.Session)).Principal?.IdOf(AccessSchemes.SessionId) is { } before)
            await use.EndAsync(before, http.RequestAborted);
        context.Principal = new(new ClaimsIdentity([new(AccessSchemes.SessionId, session.ToString())], AccessSchemes.Session));
    }

    /// <summary>The challenge that begins a sign-in, and the provider's authorisation endpoint.</summary>
    public static void MapOpenIdConnectSignIn(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/auth/begin",
                (string? to) => Results.Challenge(new() { RedirectUri = LocalAddress.Or(to, "/") }, [AccessSchemes.OpenIdConnect])
            )
            .ExcludeFromDescription();
        routes.MapGet("/connect/authorize", AuthorizeAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, SignInPasses passes)
    {
        if (await passes.AccountOfAsync(context, context.RequestAborted) is not { } account)
            return Results.Redirect($"{SignInPage}?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, account.ToString());
        identity.SetScopes(OpenIddictConstants.Scopes.OpenId);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(new(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>Registers the web admin as the provider's client, with the addresses of this host.</summary>
    public static async Task EnsureClientAsync(IServiceProvider services, IConfiguration configuration, CancellationToken ct)
    {
        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientType = OpenIddictConstants.ClientTypes.Public,
            ConsentType = OpenIddictConstants.ConsentTypes.Implicit,
            RedirectUris = { new Uri(new Uri(configuration["Registry:SignIn:Authority"]!), Callback) },
            Permissions =
            {
                OpenIddictConstants.Permissions.Endpoints.Authorization,
                OpenIddictConstants.Permissions.Endpoints.Token,
                OpenIddictConstants.Permissions.GrantTypes.AuthorizationCode,
                OpenIddictConstants.Permissions.ResponseTypes.Code,
            },
            Requirements = { OpenIddictConstants.Requirements.Features.ProofKeyForCodeExchange },
        };
        if (await applications.FindByClientIdAsync(ClientId, ct) is { } known)
            await applications.UpdateAsync(known, client, ct);
        else
            await applications.CreateAsync(client, ct);
    }
}

/// <summary>The provider's own keys, sealed in the database, the same for every host.</summary>
internal sealed class ProviderKeys(IServiceScopeFactory scopes) : IConfigureOptions<OpenIddictServerOptions>
{
    private const int RsaBits = 3072;

    /// <summary>RSASSA-PSS (ASVS 11.6.1).</summary>
    public const string Algorithm = SecurityAlgorithms.RsaSsaPssSha256;

    public void Configure(OpenIddictServerOptions options)
    {
        // options are made once, after the databases are migrated; the newest first: it signs, the older ones still verify
        foreach (var (signing, encryption) in LoadAsync().GetAwaiter().GetResult())
        {
            options.SigningCredentials.Add(new SigningCredentials(signing, Algorithm));
            options.EncryptionCredentials.Add(
                new EncryptingCredentials(encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512)
            );
        }
    }

    private async Task<IReadOnlyList<(RsaSecurityKey, SymmetricSecurityKey)>> LoadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        var seal = await scope.ServiceProvider.GetRequiredService<Vault>().OfBaseAsync(CancellationToken.None);
        return [.. (await db.ProviderKeys.AsNoTracking().OrderByDescending(k => k.Id).ToListAsync()).Select(k => Open(k, seal))];
    }

    private static (RsaSecurityKey, SymmetricSecurityKey) Open(ProviderKey stored, Seal seal)
    {
        var material = seal.Open<KeyMaterial>(stored, ProviderKey.Purpose, stored.Sealed);
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(material.Signing, out _);
        var id = stored.Id.ToString("N");
        return (new RsaSecurityKey(rsa) { KeyId = id }, new SymmetricSecurityKey(material.Encryption) { KeyId = id });
    }

    public static async Task EnsureAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        var seal = await services.GetRequiredService<Vault>().OfBaseAsync(ct);
        if (
            await db.ProviderKeys.AsNoTracking().OrderByDescending(k => k.Id).FirstOrDefaultAsync(ct) is { } newest
            && Open(newest, seal).Item1.KeySize >= RsaBits
        )
            return;
        using var rsa = RSA.Create(RsaBits);
        var material = new KeyMaterial(rsa.ExportPkcs8PrivateKey(), RandomNumberGenerator.GetBytes(32));
        db.ProviderKeys.Add(
            new ProviderKey { Id = Ids.New(out var id), Sealed = seal.Close(new SealedAt(id), ProviderKey.Purpose, material) }
        );
        await db.SaveChangesAsync(ct);
    }

    private sealed record KeyMaterial(byte[] Signing, byte[] Encryption);
}
