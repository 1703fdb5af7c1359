using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Assessments.Assessing;
using Registry.Assessments.Model;
using Registry.Assessments.Purging;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;

namespace Registry.Assessments;

/// <summary>The comprehensive assessment [13b.3, 19.3]: a versioned form kept as data, its answers sealed, its result explained.</summary>
public static class AssessmentsModule
{
    public static IServiceCollection AddAssessments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<AssessmentsDbContext, SqliteAssessmentsDbContext>(
            DatabaseOptions.From(configuration),
            AssessmentsDbContext.Name
        );
        services.AddSingleton<FormCatalog>();
        services.AddScoped<IAssessments, AssessmentReader>();
        services.AddScoped<IAttachable, AttachableAssessments>();
        services.AddScoped<IPaperSource, AssessmentPaper>();
        services.AddScoped<ISubjectStore, AssessmentSubjects>();
        return services.AddEventHandlers(typeof(AssessmentsModule).Assembly);
    }

    /// <summary>Assessments of the synthetic children, for Development.</summary>
    public static async Task PrepareAssessmentsDemoAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await AssessmentsDemo.LoadAsync(scope.ServiceProvider, cases, ct);
    }

    public static void ScheduleAssessments(this JobSchedules jobs) { }
}
