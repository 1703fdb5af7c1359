using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Integration;

/// <summary>Exchange with other state systems and disclosures [12.2, 15.5, 18, 27]. No slices yet.</summary>
public static class IntegrationModule
{
    public static IServiceCollection AddIntegration(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleIntegration(this IRecurringJobManager jobs) { }
}
