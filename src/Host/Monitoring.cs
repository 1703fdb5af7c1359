using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using Registry.Access;
using Registry.Basics;
using Registry.Platform;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Operations;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Registry.Host;

/// <summary>Logs, health and metrics; none of them holds personal data.</summary>
internal static class Monitoring
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(logger =>
        {
            logger
                .MinimumLevel.Is(builder.Configuration.GetValue("Registry:LogLevel", LogEventLevel.Information))
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .MinimumLevel.Override("OpenIddict", LogEventLevel.Warning)
                // command texts carry no values, yet a failing command would be logged with its parameters' names at every retry
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Error);
            if (builder.Environment.IsProduction())
                logger.WriteTo.Console(new CompactJsonFormatter());
            else
                logger.WriteTo.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                    formatProvider: System.Globalization.CultureInfo.InvariantCulture
                );
        });
    }

    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddHealthChecks()
            .AddDbContextCheck<PlatformDbContext>("registry", tags: ["ready"])
            .AddDbContextCheck<KeysDbContext>("keys", tags: ["ready"])
            .AddPlatformHealth("ready")
            .AddAccessHealth("ready");
        builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(Figures.MeterName).AddPrometheusExporter()
            );
        if (builder.Configuration.GetValue("Registry:Metrics", false))
            builder.Services.AddSingleton<IHealthCheckPublisher, Figures>();
    }

    /// <summary>The status, the names of the checks that are not healthy, and the version in a header.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers["Registry-Version"] = Product.Version;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Join(
                '\n',
                [report.Status.ToString(), .. report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => e.Key)]
            )
        );
    }

    public static void MapMonitoring(this WebApplication app)
    {
        app.MapHealthChecks("/health", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync });
        if (app.Configuration.GetValue("Registry:Metrics", false))
            app.MapPrometheusScrapingEndpoint("/metrics");
    }
}
