using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;
using Registry.ProtectionPlans.Model;
using Registry.ProtectionPlans.Plans;
using Registry.ProtectionPlans.Purging;

namespace Registry.ProtectionPlans;

/// <summary>The generated plan, its execution, monitoring and the ending of a case [3, 10, 11.5, 13b.3, 13b.4, 16, 20.9].</summary>
public static class ProtectionPlansModule
{
    public static IServiceCollection AddProtectionPlans(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ProtectionPlansDbContext, SqliteProtectionPlansDbContext>(
            DatabaseOptions.From(configuration),
            ProtectionPlansDbContext.Name
        );
        services.AddSingleton<RuleCatalog>();
        services.AddScoped<PlanViews>();
        services.AddScoped<IWorkOfSpecialists, WorkInPlans>();
        services.AddScoped<IMeasures, MeasuresOfSpecialists>();
        services.AddScoped<ICodeUses, WorkInPlans>();
        services.AddScoped<PlanFormer>();
        services.AddScoped<PlanSigner>();
        services.AddScoped<IPaperSource, PlanPaper>();
        services.AddScoped<IPaperSource, MonitoringPaper>();
        services.AddScoped<IAttachable, AttachableMeasures>();
        services.AddScoped<IAttachable, AttachableVisits>();
        services.AddScoped<IAttachable, AttachableClosings>();
        services.AddSingleton<Responsibles>();
        services.AddScoped<Closings.ExitCriteria>();
        services.AddScoped<ISubjectStore, PlanSubjects>();
        return services.AddEventHandlers(typeof(ProtectionPlansModule).Assembly);
    }

    /// <summary>Plans of the synthetic children, for Development.</summary>
    public static async Task PreparePlansDemoAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await PlansDemo.LoadAsync(scope.ServiceProvider, cases, ct);
    }

    public static void ScheduleProtectionPlans(this JobSchedules jobs) { }
}
