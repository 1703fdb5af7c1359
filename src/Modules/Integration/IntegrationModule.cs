using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Integration.Disclosures;
using Registry.Integration.Model;
using Registry.Integration.Purging;
using Registry.Integration.Recipients;
using Registry.Integration.Registers;
using Registry.Integration.Registers.XRoad;
using Registry.Integration.Simulator;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;

namespace Registry.Integration;

/// <summary>Exchange with other state systems and disclosures [12.2, 15.5, 18, 27].</summary>
public static class IntegrationModule
{
    public static IServiceCollection AddIntegration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<IntegrationDbContext, SqliteIntegrationDbContext>(
            DatabaseOptions.From(configuration),
            IntegrationDbContext.Name
        );
        services.AddScoped<ISubjectStore, IntegrationSubjects>();
        services.AddSecurityServer(XRoadSettings.From(configuration));
        services.AddScoped<RefusalPaper>();
        services.AddScoped<RecipientNotifier>();
        services.AddScoped<AskRegisters>();
        services.AddScoped<IRegisters>(s => s.GetRequiredService<AskRegisters>());
        return services.AddEventHandlers(typeof(IntegrationModule).Assembly);
    }

    public static void ScheduleIntegration(this JobSchedules jobs) { }

    /// <summary>Loads the configuration of the publicly known services into an empty Base.</summary>
    public static async Task PrepareIntegrationAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await RegisterSeed.LoadAsync(scope.ServiceProvider, ct);
    }

    internal static IServiceCollection AddSecurityServer(this IServiceCollection services, XRoadSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<XRoadClient>();
        // an address may hold a personal number, so nothing of these calls is logged; the time limit is the client's own
        services
            .AddHttpClient(XRoadClient.HttpName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => settings.Simulator ? new SecurityServerSimulator() : XRoadHandler.Of(settings));
        return services;
    }
}
