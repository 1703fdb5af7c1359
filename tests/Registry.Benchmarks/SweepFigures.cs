using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Jobs;
using Registry.Access.Model;

namespace Registry.Benchmarks;

/// <summary>One run of the escalation job over every deadline, all open and long overdue, compared with the same UPDATEs by hand on the same file.</summary>
internal static class SweepFigures
{
    /// <summary>Opens every deadline of the data set, as if none had ever been met or escalated.</summary>
    private static void OpenAll(string folder)
    {
        using var db = Open(folder);
        Execute(db, "UPDATE platform_deadlines SET IsOpen = 1, MetOn = NULL, DueOn = '2020-01-01', EscalationLevel = 0");
        Execute(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public static async Task MeasureAsync(IServiceProvider services, string folder)
    {
        await using (var warmUp = services.CreateAsyncScope())
            await warmUp.ServiceProvider.GetRequiredService<EscalateOverdue>().RunAsync(default);
        OpenAll(folder);
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<AccessDbContext>();
        var steps = provider.GetRequiredService<EscalationChain>().Steps;
        await db.Database.OpenConnectionAsync();
        var (byHand, rows) = ByHand(folder, steps.Count);
        OpenAll(folder);
        var updates = 0;
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SQLitePCL.raw.sqlite3_trace(
            connection.Handle,
            (_, sql) => updates += sql.Contains("platform_deadlines", StringComparison.Ordinal) ? 1 : 0,
            null
        );
        var started = Stopwatch.GetTimestamp();
        await provider.GetRequiredService<EscalateOverdue>().RunAsync(default);
        var ours = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        SQLitePCL.raw.sqlite3_trace(connection.Handle, (SQLitePCL.strdelegate_trace?)null, null);
        Console.WriteLine(
            $"\n| escalation sweep over {rows:N0} open deadlines, {steps.Count} steps of the chain | ms | queries |\n|---|---|---|"
        );
        Console.WriteLine($"| UPDATE by hand | {byHand:F0} | {steps.Count} |\n| the job, notices told | {ours:F0} | {updates} |");
        Console.WriteLine($"| ratio (goal 2.00) | {ours / byHand:F2} | {(double)updates / steps.Count:F2} |");
    }

    private static (double Milliseconds, int Rows) ByHand(string folder, int levels)
    {
        using var db = Open(folder);
        Execute(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000");
        var rows = 0;
        var started = Stopwatch.GetTimestamp();
        for (var level = 1; level <= levels; level++)
            rows = Execute(
                db,
                $"UPDATE platform_deadlines SET EscalationLevel = {level} WHERE IsOpen AND DueOn <= '2026-01-01' AND EscalationLevel < {level}"
            );
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, rows);
    }

    private static SqliteConnection Open(string folder)
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")}");
        db.Open();
        return db;
    }

    private static int Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
