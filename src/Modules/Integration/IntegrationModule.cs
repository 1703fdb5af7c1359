using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Jobs;

namespace Registry.Integration;

/// <summary>Exchange with other state systems and disclosures [12.2, 15.5, 18, 27]. No slices yet.</summary>
public static class IntegrationModule
{
    public static IServiceCollection AddIntegration(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleIntegration(this JobSchedules jobs) { }
}
