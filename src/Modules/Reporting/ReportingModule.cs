using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel;
using Registry.Kernel.Data;
using Registry.Kernel.Jobs;
using Registry.Reporting.Database;
using Registry.Reporting.Facts;
using Registry.Reporting.Papers;
using Registry.Reporting.Reports;

namespace Registry.Reporting;

/// <summary>The information module: statistical reports over counted rows [13b.5, 14.4, 22].</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ReportingDbContext, SqliteReportingDbContext>(
            DatabaseOptions.From(configuration),
            ReportingDbContext.Name
        );
        services.AddScoped<FactBook>();
        services.AddSingleton<RebuildFacts>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton(PaperSettings.Read(configuration));
        return services.AddEventHandlers(typeof(ReportingModule).Assembly);
    }

    /// <summary>Counts everything anew.</summary>
    /// <returns>How many facts were told.</returns>
    public static Task<int> RebuildFactsAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<RebuildFacts>().RunAsync(ct);

    public static void ScheduleReporting(this JobSchedules jobs) { }
}
