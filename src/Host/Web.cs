using System.Security.Authentication;
using FastEndpoints;
using NetEscapades.AspNetCore.SecurityHeaders;
using NetEscapades.AspNetCore.SecurityHeaders.Headers.ContentSecurityPolicy;
using Registry.Access;
using Registry.Web;
using Scalar.AspNetCore;
using PlatformProblem = Registry.Web.Problem;

namespace Registry.Host;

/// <summary>HTTP: the API under /api, its description, security headers.</summary>
internal static class Web
{
    private const long LargestBody = 1_000_000;
    private const int HstsSeconds = 63_072_000;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        });
        builder.Services.AddFastEndpoints(options =>
        {
            options.Assemblies = Modules.Assemblies;
            options.DisableAutoDiscovery = true;
        });
        builder.Services.ConfigureHttpJsonOptions(options => JsonRules.Apply(options.SerializerOptions));
        builder.Services.AddOpenApi("v1", OpenApiDescription.Configure);
        builder.Services.AddAuthorization();
        builder.Services.AddResponseCompression(options => options.EnableForHttps = false);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseProxies();
        var outside = AccessModule.OutsideProviderOf(app.Services);
        app.UseWhen(IsApi, api => api.UseSecurityHeaders(HeadersOfAnswers()));
        app.UseWhen(
            context => !IsApi(context) && !IsApiPage(context),
            page => page.UseSecurityHeaders(Headers(scripts: csp => csp.Self(), outside))
        );
        // the API page starts with an inline script, allowed by a nonce made for this response (ASVS 3.4.3)
        app.UseWhen(IsApiPage, page => page.UseSecurityHeaders(Headers(scripts: csp => csp.Self().WithNonce(), null)));
        app.UseWhen(
            context => !IsApi(context),
            page =>
                page.Use(
                    (context, next) =>
                    {
                        context.Response.OnStarting(() => WebAdmin.SayCharsetAsync(context));
                        return next(context);
                    }
                )
        );
        // after the headers: refusals carry them too
        app.UseHttpsOnly();
        app.UseMiddleware<ReadableRequests>();
        app.UseResponseCompression();
        app.UseStaticWebAdmin();
        app.UseRouting();
        // the provider's own addresses lie outside the API: consulting it at each API call costs more than many a call. The mark keeps the
        // framework from adding the same middleware for every path
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(context => !IsApi(context) || IsOfSystems(context), page => page.UseAuthentication());
        app.UseApiCalls();
        app.UseAuthorization();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>What other state systems call with tokens validated by the embedded provider.</summary>
    private static bool IsOfSystems(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1");

    private static bool IsApiPage(HttpContext context) => context.Request.Path.StartsWithSegments("/api-docs");

    /// <summary>An answer is data: should a browser ever render one as a page, above all a stored file, nothing in it may run.</summary>
    private static HeaderPolicyCollection HeadersOfAnswers() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(HstsSeconds)
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
                csp.AddSandbox();
            });

    /// <param name="outside">The outside sign-in provider, whose session is ended by a form.</param>
    private static HeaderPolicyCollection Headers(Action<ScriptSourceDirectiveBuilder> scripts, Uri? outside) =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(HstsSeconds)
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddImgSrc().Self().Data();
                // the style library injects style elements at run time
                csp.AddStyleSrc().Self().UnsafeInline();
                scripts(csp.AddScriptSrc());
                csp.AddFontSrc().Self().Data();
                csp.AddFrameAncestors().None();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().None();
                var forms = csp.AddFormAction().Self();
                if (outside is not null)
                    forms.From(outside.GetLeftPart(UriPartial.Authority));
            });

    public static void MapApi(this WebApplication app)
    {
        app.MapFastEndpoints(config =>
        {
            config.Endpoints.RoutePrefix = "api";
            config.Endpoints.NameGenerator = context => EndpointGuards.UseCaseOf(context.EndpointType);
            config.Endpoints.Configurator = endpoint => EndpointGuards.GuardOf(endpoint);
            JsonRules.Apply(config.Serializer.Options);
            config.Errors.ResponseBuilder = (failures, context, _) => PlatformProblem.Of(context, failures);
            config.Errors.ContentType = PlatformProblem.ContentType;
        });
        app.MapAccess();
        app.MapDescription();
        app.MapScalarApiReference(
            "/api-docs",
            (options, context) => options.WithTitle("Registry API").DisableDefaultFonts().WithNonce(context.GetNonce())
        );
    }
}
