using System.Reflection;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Registry.Kernel.Attesting;
using Registry.Kernel.Backups;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Kernel.Jobs;
using Registry.Kernel.Journal;
using Registry.Kernel.Operations;
using Registry.Kernel.Parsing;
using Registry.Kernel.Purging;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Kernel;

/// <summary>Registers the six mechanisms that every module stands on.</summary>
public static class KernelModule
{
    /// <summary>The name under which the Kernel's context has its tables.</summary>
    public const string Name = "kernel";

    public static IServiceCollection AddKernel(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyList<Assembly> modules
    )
    {
        var database = DatabaseOptions.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<HotReads>();
        services.AddScoped<UnitOfWork>();
        services.AddModuleContext<KernelDbContext, SqliteKernelDbContext>(database, Name);
        AddVault(services, configuration, database);

        services.AddSingleton<JournalWriter>();
        services.AddHostedService(s => s.GetRequiredService<JournalWriter>());
        // stops before the writer does
        services.AddSingleton<AnonymousRefusals>();
        services.AddHostedService(s => s.GetRequiredService<AnonymousRefusals>());
        services.AddSingleton(OutsideAnchors.From(configuration));
        services.AddSingleton<AnchorPort>();
        services.AddSingleton<JournalMarks>();
        services.AddSingleton<JournalAnchors>();
        services.AddSingleton<JournalKey>();
        services.AddSingleton<ClockGuard>();
        services.AddSingleton<JournalChain>();
        services.AddHostedService<JournalSealer>();
        services.AddScoped<VerifyJournal>();
        services.AddScoped<CompareAnchor>();
        services.AddScoped<DeclareRestore>();

        services.AddSingleton(BackupSettings.Read(configuration));
        services.AddScoped<MakeBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<PurgeSubject>();
        services.AddScoped<VerifyPurges>();
        services.AddScoped<ISubjectStore, KernelSubjects>();
        services.AddScoped<ForgetHandedOn>();
        services.AddScoped<RunNightlyChecks>();
        services.AddScoped<INightlyCheck, JournalCheck>();
        services.AddScoped<INightlyCheck, LedgerCheck>();
        services.AddScoped<INightlyCheck, KeysCheck>();
        services.AddSingleton<OwnTables>();
        services.AddScoped<INightlyCheck, SealsCheck>();
        services.AddScoped<INightlyCheck, ChangedRowsCheck>();
        services.AddSingleton(DiskSettings.From(configuration, BackupSettings.Read(configuration), database));

        services.AddSingleton(ParsingSettings.From(configuration));
        services.AddSingleton<ParserPool>();
        services.AddSingleton(new VirusScanner(configuration["Registry:Scanner"]));

        services.AddSingleton(PlanTerms.From(configuration));
        services.AddScoped<Confirming.SecondPerson>();
        services.AddSingleton<CalendarCache>();
        services.AddSingleton<StatutoryClock>();

        services.AddSingleton<FactSources>();
        services.AddSingleton<Merging.ChildRowList>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddEventHandlers(typeof(KernelModule).Assembly);
        services.AddScoped<SweepOutbox>();
        services.AddScoped<AnchorJournal>();
        services.AddScoped<ForgetIdempotentAnswers>();

        services.AddSingleton(new Texts([typeof(KernelModule).Assembly, .. modules]));
        services.AddScoped<Idempotency>();
        services.AddSingleton<CostlyCalls>();
        services.AddSingleton<AnonymousLimit>();
        services.AddSingleton<Guessing.Guesses>();
        services.AddSingleton(typeof(FastEndpoints.IRequestBinder<>), typeof(SafeBinder<>));
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, RequestParameters>());
        services.AddDataProtection().SetApplicationName("registry").PersistKeysToDbContext<KernelDbContext>();
        services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<KeyStore>((options, keys) => options.XmlEncryptor = new SealedXmlEncryptor(keys));
        return services;
    }

    private static void AddVault(IServiceCollection services, IConfiguration configuration, DatabaseOptions database)
    {
        services.AddSingleton(MasterKeys.From(configuration, database));
        if (database.IsSqlite)
            services.AddDbContext<KeysDbContext, SqliteKeysDbContext>(o =>
                DatabaseRegistration.UseSqlite(o, database.Keys, "__migrations")
            );
        else
            services.AddDbContext<KeysDbContext>(o => DatabaseRegistration.UseSqlServer(o, database.Keys, "__migrations", "dbo"));
        services.AddSingleton(new MigratedContext(typeof(KeysDbContext)));
        services.AddSingleton<KeyStore>();
        services.AddSingleton<RowMarks>();
        services.AddSingleton<Veil>();
        services.AddSingleton<Pepper>();
        services.AddSingleton(s => new RowMacs(
            s.GetRequiredService<KeyStore>(),
            s.GetRequiredService<RowMarks>(),
            s.GetRequiredService<IServiceScopeFactory>()
        ));
        services.AddScoped<OpenedSeals>();
        services.AddScoped<Vault.Vault>();
    }

    /// <summary>Finds a module's event handlers.</summary>
    public static IServiceCollection AddEventHandlers(this IServiceCollection services, Assembly module) =>
        services.Scan(scan =>
            scan.FromAssemblies(module)
                .AddClasses(c => c.AssignableTo<IEventHandler>().Where(t => !t.IsGenericTypeDefinition), publicOnly: false)
                .AsSelf()
                .As<IEventHandler>()
                .WithScopedLifetime()
        );

    public static void ScheduleKernel(this JobSchedules jobs)
    {
        jobs.Add<SweepOutbox>("kernel.sweep-outbox", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        jobs.Add<AnchorJournal>("kernel.anchor-journal", job => job.RunAsync(CancellationToken.None), Cron.Hourly(), pausedByTwo: true);
        jobs.Add<MakeBackup>("kernel.back-up", job => job.RunAsync(CancellationToken.None), Cron.Daily(4), pausedByTwo: true);
        jobs.Add<ForgetHandedOn>("kernel.forget-handed-on", job => job.RunAsync(CancellationToken.None), Cron.Daily(3));
        jobs.Add<RunNightlyChecks>("kernel.run-nightly-checks", job => job.RunAsync(CancellationToken.None), Cron.Daily(5));
        jobs.Add<ForgetIdempotentAnswers>("kernel.forget-idempotent-answers", job => job.RunAsync(CancellationToken.None), Cron.Hourly());
    }

    /// <summary>The Kernel's part of the health: <c>Degraded</c> is for people to look after, the Base works on.</summary>
    public static IHealthChecksBuilder AddKernelHealth(this IHealthChecksBuilder health, params string[] tags) =>
        health
            .AddCheck<ClockHealth>("clock", tags: tags)
            .AddCheck<FindingsHealth>("nightly-checks", tags: tags)
            .AddCheck<OutboxHealth>("outbox", tags: tags)
            .AddCheck<JournalHealth>("journal", tags: tags)
            .AddCheck<DiskHealth>("disk", tags: tags)
            .AddCheck<VirusScannerHealth>("virus-scanner", tags: tags);

    /// <summary>The shared way of every call under /api.</summary>
    public static IApplicationBuilder UseApiCalls(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseMiddleware<ApiCall>());

    /// <summary>Creates or upgrades every database, one host at a time, and the Base's own keys.</summary>
    /// <exception cref="InvalidOperationException">One of data and key store is missing beside the other.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        Directory.CreateDirectory(database.Folder);
        RestoreBackup.RemoveHalf(database);
        await using var scope = services.CreateAsyncScope();
        var kernel = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        await BothStores.DemandAsync(kernel, scope.ServiceProvider.GetRequiredService<KeysDbContext>(), ct);
        var upgraded = false;
        foreach (var type in services.GetServices<MigratedContext>().Select(c => c.Type))
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(type);
            // migrating compares the whole model first, which a start that has nothing to do need not wait for
            if ((await context.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                await context.Database.MigrateAsync(ct);
                upgraded = true;
            }
            if (context is ModuleDbContext module)
                await module.FillAsync(ct);
        }
        await services.GetRequiredService<KeyStore>().EnsureBaseKeysAsync(ct);
        await services.GetRequiredService<Veil>().EnsureKeyAsync(services.GetRequiredService<OwnTables>(), ct);
        await services.GetRequiredService<RowMacs>().EnsureKeyAsync(services.GetRequiredService<OwnTables>(), ct);
        await services.GetRequiredService<JournalKey>().EnsureAsync(kernel, ct);
        if (upgraded)
            await VeiledTables.VeilPlainRowsAsync(services.GetRequiredService<OwnTables>(), ct);
    }
}
