using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Integration.Database;
using Registry.Integration.Purging;
using Registry.Kernel;
using Registry.Kernel.Data;
using Registry.Kernel.Jobs;
using Registry.Kernel.Purging;

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
        services.AddScoped<ISubjectStore, DisclosureSubjects>();
        return services.AddEventHandlers(typeof(IntegrationModule).Assembly);
    }

    public static void ScheduleIntegration(this JobSchedules jobs) { }
}
