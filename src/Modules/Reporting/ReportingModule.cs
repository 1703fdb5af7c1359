using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Jobs;

namespace Registry.Reporting;

/// <summary>The information module: statistics, paper copies, reference materials [13b.5, 21, 22]. No slices yet.</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleReporting(this JobSchedules jobs) { }
}
