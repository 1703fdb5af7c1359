using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Assessments;

/// <summary>The comprehensive assessment [13b.3, 19.3]. No slices yet.</summary>
public static class AssessmentsModule
{
    public static IServiceCollection AddAssessments(this IServiceCollection services, IConfiguration configuration) => services;

    public static void ScheduleAssessments(this IRecurringJobManager jobs) { }
}
