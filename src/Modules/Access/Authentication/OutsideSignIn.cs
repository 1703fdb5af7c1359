using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Registry.Access.Model;
using Registry.Access.SignIn.Outside;
using Registry.Basics;
using Registry.Web;

namespace Registry.Access.Authentication;

/// <summary>
/// The round trip to the outside provider: code flow with PKCE. What comes back is a cookie, minutes long, that <see cref="SignInFromOutsideEndpoint"/> judges;
/// no account is made or changed by it.
/// </summary>
internal static class OutsideSignIn
{
    public const string Scheme = "outside";

    /// <summary>Says who passed the outside provider: a token of the personal number, never the number.</summary>
    public const string Cookie = "registry.outside";
    public const string Callback = "/signin-outside";
    public const string Begin = "/auth/outside";

    public const string PinToken = "pin-token";
    public const string Strong = "strong";

    /// <summary>The id of the provider's answer, which admits only once.</summary>
    public const string Pass = "pass";

    /// <summary>Kept beside the pass until the session begins.</summary>
    public const string IdToken = "outside.id-token";
    public const string SubjectMark = "outside.sub";
    public const string SessionMark = "outside.sid";

    private const string SignInPage = "/sign-in";
    private const string Done = "outside=done";
    private const int LongestAnswer = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static AuthenticationBuilder AddOutsideSignIn(
        this AuthenticationBuilder authentication,
        OutsideProvider provider,
        bool requireHttps
    ) =>
        authentication
            .AddCookie(
                Cookie,
                options =>
                {
                    OpenIdConnectSignIn.Harden(options, Cookie, requireHttps);
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                    options.SlidingExpiration = false;
                }
            )
            .AddOpenIdConnect(Scheme, options => Client(options, provider, requireHttps));

    private static void Client(OpenIdConnectOptions options, OutsideProvider provider, bool requireHttps)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = requireHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.SignInScheme = Cookie;
        options.ResponseType = "code";
        options.ResponseMode = "query";
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        // of what the provider says about the person only the number is used
        options.ClaimActions.Clear();
        options.ClaimActions.MapUniqueJsonKey(provider.PinClaim, provider.PinClaim);
        options.TokenValidationParameters.ValidAlgorithms = provider.Algorithms;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal))
            options.Scope.Add(scope);
        options.CallbackPath = Callback;
        // no redirects: the request goes to the provider and nowhere else (ASVS 15.3.2)
        options.Backchannel = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{provider.Authority.ToString().TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = requireHttps },
            new OwnIssuer(provider.Issuer)
        );
        OpenIdConnectSignIn.Harden(options, requireHttps);
        options.Events.OnTokenValidated = context =>
        {
            context.Properties!.Items[IdToken] = context.TokenEndpointResponse?.IdToken;
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => KeepWhoCameAsync(context, provider);
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(Back(context.ReturnUrl, "cancelled"));
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            Log(context.HttpContext).Failed(context.Failure?.GetType().Name);
            context.HandleResponse();
            context.Response.Redirect(Back(context.Properties?.RedirectUri, "failed"));
            return Task.CompletedTask;
        };
    }

    /// <summary>Its description must be its own: one of another issuer would bring that one's keys along (ASVS 10.5.3).</summary>
    private sealed class OwnIssuer(string expected) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) =>
            string.Equals(configuration.Issuer?.TrimEnd('/'), expected.TrimEnd('/'), StringComparison.Ordinal)
                ? new() { Succeeded = true }
                : new() { Succeeded = false, ErrorMessage = "The description names another issuer." };
    }

    /// <summary>The provider's own words about the person are dropped; what is left says nothing outside the Base.</summary>
    private static async Task KeepWhoCameAsync(TicketReceivedContext context, OutsideProvider provider)
    {
        var came = context.Principal!;
        var identity = new ClaimsIdentity(Cookie);
        if (came.FindFirst(provider.PinClaim)?.Value.Trim() is { Length: > 0 } pin)
        {
            var pins = context.HttpContext.RequestServices.GetRequiredService<SpecialistPins>();
            var token = await pins.TokenAsync(pin, context.HttpContext.RequestAborted);
            identity.AddClaim(new(PinToken, Convert.ToBase64String(token)));
        }
        if (came.Claims.Any(c => c.Type is "amr" or "acr" && provider.SecondFactorWhen.Contains(c.Value)))
            identity.AddClaim(new(Strong, "true"));
        context.Properties!.Items[Pass] = Ids.Random().ToString("N");
        context.Properties.Items[SubjectMark] = Mark(came.FindFirst("sub")?.Value);
        context.Properties.Items[SessionMark] = Mark(came.FindFirst("sid")?.Value);
        context.Principal = new(identity);
    }

    /// <summary>The provider's name of a person or session, kept only to be recognised.</summary>
    public static string? Mark(string? name) =>
        string.IsNullOrEmpty(name) ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static void MapOutsideSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Begin, BeginAsync).ExcludeFromDescription();
        routes.MapPost(SignOutFromOutside.Path, SignOutFromOutside.RunAsync).ExcludeFromDescription();
    }

    private static async Task BeginAsync(HttpContext context, string? to)
    {
        // a link on a foreign page begins no session here: the person does, by the button (ASVS 7.6.2)
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            context.Response.Redirect($"{SignInPage}?return={Uri.EscapeDataString(LocalAddress.Or(to, "/auth/begin?to=/"))}");
            return;
        }
        var back = $"{SignInPage}?{Done}&return={Uri.EscapeDataString(LocalAddress.Or(to, "/auth/begin?to=/"))}";
        try
        {
            await context.ChallengeAsync(Scheme, new() { RedirectUri = back });
        }
        catch (InvalidOperationException problem)
        {
            // its metadata cannot be fetched
            Log(context).Failed(problem.GetType().Name);
            context.Response.Redirect(Back(back, "unavailable"));
        }
    }

    private static string Back(string? redirect, string how) =>
        redirect?.Replace(Done, $"outside={how}", StringComparison.Ordinal) ?? $"{SignInPage}?outside={how}";

    private static ILogger Log(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OutsideSignIn));
}

internal static partial class OutsideLog
{
    [LoggerMessage(LogLevel.Warning, "The outside sign-in provider: {Problem}")]
    public static partial void Failed(this ILogger log, string? problem);
}
