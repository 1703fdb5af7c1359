using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.ProtectionPlans;

/// <summary>The individual plan of child protection, its execution, monitoring and exit [3, 13b.4]. No slices yet.</summary>
public static class ProtectionPlansModule
{
    public static IServiceCollection AddProtectionPlans(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleProtectionPlans(this IRecurringJobManager jobs) { }
}
