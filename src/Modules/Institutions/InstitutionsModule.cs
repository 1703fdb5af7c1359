using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Jobs;

namespace Registry.Institutions;

/// <summary>Children's institutions of every ownership and placements [5.admin]. No slices yet.</summary>
public static class InstitutionsModule
{
    public static IServiceCollection AddInstitutions(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleInstitutions(this JobSchedules jobs) { }
}
