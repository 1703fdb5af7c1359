using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Registry.Access;
using Registry.Assessments;
using Registry.Children;
using Registry.Institutions;
using Registry.Integration;
using Registry.Platform;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;
using Registry.ProtectionPlans;
using Registry.Reporting;
using Registry.Web;

namespace Registry.Host;

/// <summary>The seven modules of the Base, one line each.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        typeof(AccessModule).Assembly,
        typeof(ChildrenModule).Assembly,
        typeof(AssessmentsModule).Assembly,
        typeof(ProtectionPlansModule).Assembly,
        typeof(InstitutionsModule).Assembly,
        typeof(ReportingModule).Assembly,
        typeof(IntegrationModule).Assembly,
    ];

    public static void AddModules(this WebApplicationBuilder builder) =>
        builder
            .Services.AddPlatform(builder.Configuration)
            .AddApiCalls(Assemblies)
            .AddAccess(builder.Configuration)
            .AddChildren(builder.Configuration)
            .AddAssessments(builder.Configuration)
            .AddProtectionPlans(builder.Configuration)
            .AddInstitutions(builder.Configuration)
            .AddReporting(builder.Configuration)
            .AddIntegration(builder.Configuration);

    public static void ScheduleModules(this JobSchedules jobs)
    {
        jobs.SchedulePlatform();
        jobs.ScheduleAccess();
        jobs.ScheduleChildren();
        jobs.ScheduleAssessments();
        jobs.ScheduleProtectionPlans();
        jobs.ScheduleInstitutions();
        jobs.ScheduleReporting();
        jobs.ScheduleIntegration();
    }

    /// <summary>Migrates the databases and loads what an empty Base needs; in Development also the demo.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await PlatformModule.MigrateAsync(app.Services, stopping);
        await using var scope = app.Services.CreateAsyncScope();
        await AccessModule.ReplayRevocationsAsync(scope.ServiceProvider, stopping);
        await app.Services.GetRequiredService<PurgeSubject>().ReplayAsync(stopping);
        await AccessModule.PrepareAccessAsync(scope.ServiceProvider, app.Configuration, stopping);
        await ChildrenModule.PrepareChildrenAsync(app.Services, stopping);
        await ReportingModule.PrepareReportingAsync(app.Services, stopping);
        await IntegrationModule.PrepareIntegrationAsync(app.Services, stopping);
        // the first cookie key is made now, not during somebody's sign-in
        _ = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
        if (app.Configuration.GetValue("Registry:Demo", false))
            await Demo.LoadAsync(app, stopping);
    }
}
