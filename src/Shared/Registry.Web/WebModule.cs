using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Registry.Platform;

namespace Registry.Web;

/// <summary>Registers what every call under /api goes through.</summary>
public static class WebModule
{
    /// <param name="modules">Their texts are looked up by key, after those of the platform.</param>
    public static IServiceCollection AddApiCalls(this IServiceCollection services, IReadOnlyList<Assembly> modules)
    {
        // stops before the journal's writer does
        services.AddSingleton<AnonymousRefusals>();
        services.AddHostedService(s => s.GetRequiredService<AnonymousRefusals>());
        services.AddSingleton(new Texts([typeof(PlatformModule).Assembly, .. modules]));
        services.AddScoped<Idempotency>();
        services.AddSingleton<CostlyCalls>();
        services.AddSingleton<AnonymousLimit>();
        services.AddSingleton(typeof(FastEndpoints.IRequestBinder<>), typeof(SafeBinder<>));
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, RequestParameters>());
        return services;
    }

    /// <summary>The shared way of every call under /api.</summary>
    public static IApplicationBuilder UseApiCalls(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseMiddleware<ApiCall>());
}
