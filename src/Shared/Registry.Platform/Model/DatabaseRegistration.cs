using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Platform.Data;

namespace Registry.Platform.Model;

public static class DatabaseRegistration
{
    private static readonly SqlitePragmas Pragmas = new();
    private static readonly UnveilRows Veils = new();

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
    /// That a database refuses a second row or a stale version is routine, and its message may quote values. Whoever cannot go on logs it: the web edge, the jobs, the
    /// event dispatcher.
    /// </summary>
    private static void Refusals(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug)
        );
}
