using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Registry.Tests.Access;

/// <summary>An OpenID Connect provider on a real port: code flow with PKCE, who is signed in there, and the end of that session.</summary>
internal sealed class OutsideIdentity : IAsyncDisposable
{
    public const string ClientId = "registry";
    private const string Secret = "a-secret-of-the-outside-provider";
    private readonly WebApplication _app;
    private readonly SigningCredentials _key = new(
        new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "outside" },
        SecurityAlgorithms.RsaSsaPssSha256
    );

    /// <summary>What the provider says about the person signed in there; null: no one is, and the person turns back.</summary>
    public string? Pin { get; set; }
    public string? Method { get; set; }

    /// <summary>Some providers return the number only from the user info endpoint.</summary>
    public bool PinFromUserInfo { get; set; }

    /// <summary>The hint with which a session was ended there.</summary>
    public string? EndedWith { get; private set; }

    /// <summary>A provider whose discovery document is elsewhere.</summary>
    public string? MetadataRedirect { get; set; }

    /// <summary>Some providers end a session only by a URL.</summary>
    public bool EndsByAddressOnly { get; set; }

    public string Address => _app.Urls.First();

    private OutsideIdentity()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddOpenIddict()
            .AddServer(server =>
            {
                server.EnableDegradedMode();
                server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
                server.SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("end");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes("openid", "profile");
                server.AddSigningCredentials(_key).AddEphemeralEncryptionKey();
                server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
                server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(on =>
                    on.UseInlineHandler(context =>
                    {
                        if (context.ClientId != ClientId || !context.RedirectUri!.EndsWith("/signin-outside", StringComparison.Ordinal))
                            context.Reject("invalid_client");
                        return default;
                    })
                );
                server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(on =>
                    on.UseInlineHandler(context =>
                    {
                        if (context.ClientId != ClientId || context.ClientSecret != Secret)
                            context.Reject("invalid_client");
                        return default;
                    })
                );
                server.AddEventHandler<OpenIddictServerEvents.HandleUserInfoRequestContext>(on =>
                    on.UseInlineHandler(context =>
                    {
                        context.Subject = "state-id-7";
                        if (PinFromUserInfo)
                            context.Claims["pin"] = Pin!;
                        return default;
                    })
                );
                server.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(on =>
                    on.UseInlineHandler(context =>
                    {
                        EndedWith = context.Request.IdTokenHint ?? EndedWith;
                        return default;
                    })
                );
                server.AddEventHandler<OpenIddictServerEvents.HandleEndSessionRequestContext>(on =>
                    on.UseInlineHandler(context =>
                    {
                        context.SignOut();
                        return default;
                    })
                );
            });
        _app = builder.Build();
        _app.Use(
            (context, next) =>
            {
                if (!EndsByAddressOnly || context.Request.Path != "/end" || !HttpMethods.IsPost(context.Request.Method))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
        _app.Use(MetadataAsync);
        _app.UseAuthentication();
        _app.MapGet("/authorize", (HttpContext context) => Authorize(context));
    }

    private const string Metadata = "/.well-known/openid-configuration";
    private const string Moved = "/moved";

    private Task MetadataAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == Metadata && MetadataRedirect is { } to)
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        }
        if (context.Request.Path == Moved)
            context.Request.Path = Metadata;
        return next(context);
    }

    public static async Task<OutsideIdentity> StartAsync()
    {
        var provider = new OutsideIdentity();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The settings of a host that trusts this provider.</summary>
    public Dictionary<string, string> Settings =>
        new()
        {
            ["Registry:SignIn:Outside:Authority"] = Address,
            ["Registry:SignIn:Outside:ClientId"] = ClientId,
            ["Registry:SignIn:Outside:ClientSecret"] = Secret,
            ["Registry:SignIn:Outside:SecondFactorWhen"] = "mfa",
        };

    private IResult Authorize(HttpContext context)
    {
        if (Pin is null)
            return Results.Forbid(
                new(
                    new Dictionary<string, string?>
                    {
                        [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.AccessDenied,
                    }
                ),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
            );
        var identity = new ClaimsIdentity("outside");
        identity.SetClaim("sub", "state-id-7").SetClaim("sid", "state-session-1").SetClaim("name", "Асанова Айгүл");
        if (!PinFromUserInfo)
            identity.SetClaim("pin", Pin);
        if (Method is not null)
            identity.SetClaim("amr", Method);
        identity.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(new(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>What the provider posts when the person signs out there.</summary>
    public string LogoutToken(
        DateTimeOffset at,
        Dictionary<string, object>? claims = null,
        string? audience = null,
        SigningCredentials? key = null,
        string? type = "logout+jwt"
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address + "/",
                Audience = audience ?? ClientId,
                IssuedAt = at.UtcDateTime,
                Claims =
                    claims
                    ?? new()
                    {
                        ["sid"] = "state-session-1",
                        ["events"] = new Dictionary<string, object>
                        {
                            ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(),
                        },
                    },
                SigningCredentials = key ?? _key,
                TokenType = type,
            }
        );

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
