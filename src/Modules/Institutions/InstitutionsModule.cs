using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Institutions.Demo;
using Registry.Institutions.Model;
using Registry.Institutions.Purging;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;

namespace Registry.Institutions;

/// <summary>The register of children's institutions of every ownership, and where children live [5.admin, 20.8].</summary>
public static class InstitutionsModule
{
    public static IServiceCollection AddInstitutions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<InstitutionsDbContext, SqliteInstitutionsDbContext>(
            DatabaseOptions.From(configuration),
            InstitutionsDbContext.Name
        );
        services.AddScoped<ISubjectStore, PlacementSubjects>();
        return services.AddEventHandlers(typeof(InstitutionsModule).Assembly);
    }

    /// <summary>Synthetic institutions and placements of the demo's children, for Development.</summary>
    public static async Task PrepareInstitutionsDemoAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await InstitutionsDemo.LoadAsync(scope.ServiceProvider, cases, ct);
    }

    public static void ScheduleInstitutions(this JobSchedules jobs) { }
}
