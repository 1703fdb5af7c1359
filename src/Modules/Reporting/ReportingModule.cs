using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;
using Registry.Reporting.Facts;
using Registry.Reporting.Materials;
using Registry.Reporting.Model;
using Registry.Reporting.Papers;
using Registry.Reporting.Pdf;
using Registry.Reporting.Purging;
using Registry.Reporting.Reports;
using Registry.Reporting.Training;

namespace Registry.Reporting;

/// <summary>The information module: statistical reports [13b.5, 14.4, 22], paper copies [21], reference materials [11.6] and training [15.3].</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ReportingDbContext, SqliteReportingDbContext>(
            DatabaseOptions.From(configuration),
            ReportingDbContext.Name
        );
        services.AddScoped<FactWriter>();
        services.AddSingleton<RebuildFacts>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<ResponsibleBodies>();
        services.AddScoped<ReportWords>();
        services.AddSingleton<IPaperSetter, PaperSetter>();
        services.AddScoped<IPapers, PaperArchive>();
        services.AddScoped<TrainingRecords>();
        services.AddScoped<ITraining>(s => s.GetRequiredService<TrainingRecords>());
        services.AddSingleton(PaperSettings.Read(configuration));
        services.AddScoped<ISubjectStore, CountedSubjects>();
        return services.AddEventHandlers(typeof(ReportingModule).Assembly);
    }

    /// <summary>Recounts everything.</summary>
    /// <returns>The number of facts.</returns>
    public static Task<int> RebuildFactsAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<RebuildFacts>().RunAsync(ct);

    /// <summary>Loads the guides and the first course that come with the Base.</summary>
    public static async Task PrepareReportingAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await GuideSeed.LoadAsync(scope.ServiceProvider, ct);
        await CourseSeed.LoadAsync(scope.ServiceProvider, ct);
    }

    public static void ScheduleReporting(this JobSchedules jobs) { }
}
