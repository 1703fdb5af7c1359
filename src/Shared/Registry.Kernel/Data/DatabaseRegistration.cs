using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Kernel.Events;
using Registry.Kernel.Merging;
using Registry.Kernel.Vault;

namespace Registry.Kernel.Data;

public static class DatabaseRegistration
{
    private static readonly SqlitePragmas Pragmas = new();
    private static readonly UnveilRows Veils = new();

    /// <summary>Registers a module's context: <typeparamref name="TSqlite"/> carries the SQLite migrations, the base class those of SQL Server.</summary>
    public static IServiceCollection AddModuleContext<TContext, TSqlite>(
        this IServiceCollection services,
        DatabaseOptions database,
        string module
    )
        where TContext : ModuleDbContext
        where TSqlite : TContext
    {
        if (database.IsSqlite)
            services.AddDbContext<TContext, TSqlite>(
                options => UseSqlite(options, database.Registry, $"{module}___migrations"),
                optionsLifetime: ServiceLifetime.Singleton
            );
        else
            services.AddDbContext<TContext>(
                options => UseSqlServer(options, database.Registry, "__migrations", module),
                optionsLifetime: ServiceLifetime.Singleton
            );
        services.AddSingleton(new MigratedContext(typeof(TContext)));
        services.AddScoped<FollowCase<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowCase<TContext>>());
        services.AddScoped<FollowSealing<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowSealing<TContext>>());
        services.AddScoped<FollowMerge<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowMerge<TContext>>());
        services.AddScoped<FollowSplit<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowSplit<TContext>>());
        return services;
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string connection, string history) =>
        options
            .UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(history))
            .ReplaceService<IRelationalConnection, PlainSqliteConnection>()
            .AddInterceptors(Pragmas, Veils)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.AmbientTransactionWarning))
            .ConfigureWarnings(Refusals);

    public static void UseSqlServer(DbContextOptionsBuilder options, string connection, string history, string schema) =>
        options
            .UseSqlServer(connection, server => server.MigrationsHistoryTable(history, schema).UseCompatibilityLevel(160))
            .AddInterceptors(Veils)
            .ConfigureWarnings(Refusals);

    /// <summary>
    /// That a database refuses a second row or a stale version is everyday work, and its words may quote values. Whoever cannot go on logs it: the web edge, the jobs, the
    /// event dispatcher.
    /// </summary>
    private static void Refusals(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug)
        );
}

/// <summary>A context that the host migrates at start.</summary>
public sealed record MigratedContext(Type Type);
