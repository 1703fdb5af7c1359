using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Registry.Access;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Host;

/// <summary>Hangfire: in memory beside SQLite, in the database beside SQL Server. No state that matters lives in it.</summary>
internal static class Jobs
{
    private const string LanguageCookie = "__Host-registry-language";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var database = DatabaseOptions.From(builder.Configuration);
        builder.Services.AddSingleton<JobSchedules>();
        // each host has its own storage; Hangfire would hand the most recent one to every host of the process
        builder.Services.AddSingleton<JobStorage>(_ => database.IsSqlite ? new InMemoryStorage() : new SqlServerStorage(database.Registry));
        builder.Services.AddSingleton(Filters);
        builder.Services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        if (builder.Configuration.GetValue("Registry:Jobs", true))
            builder.Services.AddHangfireServer(server => server.WorkerCount = 2);
    }

    /// <summary>
    /// Filters of this host's jobs. Hangfire's global list is static and would keep the services of every host ever started in the process.
    /// </summary>
    private static IJobFilterProvider Filters(IServiceProvider services)
    {
        var filters = new JobFilterCollection();
        foreach (var standard in GlobalJobFilters.Filters.Select(f => f.Instance).Where(f => f is not AutomaticRetryAttribute))
            filters.Add(standard);
        // one retry policy: failed nightly jobs are retried by the Access module, others run again on schedule
        filters.Add(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete });
        filters.Add(AccessModule.RecordRuns(services));
        return new JobFilterProviderCollection(filters, new JobFilterAttributeFilterProvider());
    }

    public static void MapJobs(this WebApplication app)
    {
        SchedulePage.AddToDashboard();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/jobs"),
            jobs =>
                jobs.Use(
                    (context, next) =>
                    {
                        context.Response.OnStarting(() =>
                        {
                            context.Response.Headers.CacheControl = "no-store";
                            return Task.CompletedTask;
                        });
                        // its counters are fetched by a form POST, and it fails on anything else
                        if (context.Request.Path.StartsWithSegments("/jobs/stats") && !context.Request.HasFormContentType)
                        {
                            context.Response.StatusCode = StatusCodes.Status404NotFound;
                            return Task.CompletedTask;
                        }
                        return next(context);
                    }
                )
        );
        app.MapHangfireDashboard(
            "/jobs",
            new DashboardOptions
            {
                Authorization = [new AdministratorOnly()],
                DisplayStorageConnectionString = false,
                // read-only: running, pausing and rescheduling go through the API, with permission and journal
                IsReadOnlyFunc = _ => true,
                DisplayNameFunc = (context, job) => NameOf(context.GetHttpContext(), job),
            }
        );
    }

    /// <summary>The language sent by the page's script; otherwise the browser's own.</summary>
    internal static string LanguageOf(HttpContext context) =>
        context.Request.Cookies[LanguageCookie] is { } language && Texts.Languages.Contains(language)
            ? language
            : Texts.LanguageOf(context.Request);

    /// <summary>The same name as on the schedule.</summary>
    private static string NameOf(HttpContext context, Job job)
    {
        var services = context.RequestServices;
        var known = services.GetRequiredService<JobSchedules>().Jobs.Values.FirstOrDefault(j => j.Type == job.Type);
        return known is null ? job.Type.Name : services.GetRequiredService<Texts>().Say(LanguageOf(context), $"job.{known.Key}");
    }

    /// <summary>Schedules every module's jobs at the times set by the administrators.</summary>
    public static Task ScheduleAsync(this WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<JobSchedules>().ScheduleModules();
        return AccessModule.ApplySchedulesAsync(app.Services, ct);
    }

    private sealed class AdministratorOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().FindCaller()?.May(Permission.RunJobs) == true;
    }
}
