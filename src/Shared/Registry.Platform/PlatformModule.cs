using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Registry.Platform.Attesting;
using Registry.Platform.Backups;
using Registry.Platform.Checks;
using Registry.Platform.Data;
using Registry.Platform.Events;
using Registry.Platform.Jobs;
using Registry.Platform.Journal;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Operations;
using Registry.Platform.Parsing;
using Registry.Platform.Purging;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Platform;

/// <summary>Registers the mechanisms that every module is built on.</summary>
public static class PlatformModule
{
    /// <summary>The name under which the Platform's context has its tables.</summary>
    public const string Name = "platform";

    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseOptions.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<HotReads>();
        services.AddScoped<UnitOfWork>();
        services.AddModuleContext<PlatformDbContext, SqlitePlatformDbContext>(database, Name);
        AddVault(services, configuration, database);

        services.AddSingleton<JournalWriter>();
        services.AddHostedService(s => s.GetRequiredService<JournalWriter>());
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
        services.AddScoped<ISubjectStore, PlatformSubjects>();
        services.AddScoped<ForgetHandedOn>();
        services.AddScoped<RunNightlyChecks>();
        services.AddScoped<IFindings, FoundAtOnce>();
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
        services.AddScoped<Registry.Platform.Confirming.SecondPerson>();
        services.AddSingleton<CalendarCache>();
        services.AddSingleton<StatutoryClock>();

        services.AddSingleton<FactSources>();
        services.AddSingleton<Registry.Platform.Merging.ChildRowList>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddEventHandlers(typeof(PlatformModule).Assembly);
        services.AddScoped<SweepOutbox>();
        services.AddScoped<AnchorJournal>();
        services.AddScoped<ForgetIdempotentAnswers>();

        services.AddSingleton<Registry.Platform.Guessing.Guesses>();
        services.AddDataProtection().SetApplicationName("registry").PersistKeysToDbContext<PlatformDbContext>();
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
        services.AddSingleton<IRowMacs>(s => s.GetRequiredService<RowMacs>());
        services.AddScoped<OpenedSeals>();
        services.AddScoped<Registry.Platform.Vault.Vault>();
    }

    public static void SchedulePlatform(this JobSchedules jobs)
    {
        jobs.Add<SweepOutbox>("platform.sweep-outbox", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        jobs.Add<AnchorJournal>("platform.anchor-journal", job => job.RunAsync(CancellationToken.None), Cron.Hourly(), pausedByTwo: true);
        jobs.Add<MakeBackup>("platform.back-up", job => job.RunAsync(CancellationToken.None), Cron.Daily(4), pausedByTwo: true);
        jobs.Add<ForgetHandedOn>("platform.forget-handed-on", job => job.RunAsync(CancellationToken.None), Cron.Daily(3));
        jobs.Add<RunNightlyChecks>("platform.run-nightly-checks", job => job.RunAsync(CancellationToken.None), Cron.Daily(5));
        jobs.Add<ForgetIdempotentAnswers>("platform.forget-idempotent-answers", job => job.RunAsync(CancellationToken.None), Cron.Hourly());
    }

    /// <summary>The Platform's part of the health: <c>Degraded</c> is for people to look after, the Base works on.</summary>
    public static IHealthChecksBuilder AddPlatformHealth(this IHealthChecksBuilder health, params string[] tags) =>
        health
            .AddCheck<ClockHealth>("clock", tags: tags)
            .AddCheck<FindingsHealth>("nightly-checks", tags: tags)
            .AddCheck<OutboxHealth>("outbox", tags: tags)
            .AddCheck<JournalHealth>("journal", tags: tags)
            .AddCheck<DiskHealth>("disk", tags: tags)
            .AddCheck<VirusScannerHealth>("virus-scanner", tags: tags);

    /// <summary>Creates or upgrades every database, one host at a time, and the Base's own keys.</summary>
    /// <exception cref="InvalidOperationException">One of data and key store is missing beside the other.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        Directory.CreateDirectory(database.Folder);
        RestoreBackup.RemoveHalf(database);
        await using var scope = services.CreateAsyncScope();
        var platform = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await BothStores.RequireAsync(platform, scope.ServiceProvider.GetRequiredService<KeysDbContext>(), ct);
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
        await VeiledTables.EnsureKeyAsync(services.GetRequiredService<KeyStore>(), services.GetRequiredService<OwnTables>(), ct);
        await services.GetRequiredService<RowMacs>().EnsureKeyAsync(services.GetRequiredService<OwnTables>(), ct);
        await services.GetRequiredService<JournalKey>().EnsureAsync(platform, ct);
        if (upgraded)
            await VeiledTables.VeilPlainRowsAsync(services.GetRequiredService<OwnTables>(), services.GetRequiredService<RowMacs>(), ct);
    }
}
