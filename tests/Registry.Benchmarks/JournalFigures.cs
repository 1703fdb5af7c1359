using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Data;
using Registry.Kernel.Journal;

namespace Registry.Benchmarks;

/// <summary>How long a journal of a million entries takes to verify [28].</summary>
internal static class JournalFigures
{
    public static async Task<int> RunAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("registry-journal-").FullName;
        await using (var host = new InsideHost(folder, System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)))
        {
            var options = host.Services.GetRequiredService<DatabaseOptions>();
            Fill(options.Registry, entries);
            var chain = host.Services.GetRequiredService<JournalChain>();
            var watch = Stopwatch.StartNew();
            // the host seals too: whichever comes first
            while (await SealedAsync(host) < entries)
                await SealAsync(host, chain);
            Console.WriteLine($"sealing {entries:N0} entries: {watch.Elapsed.TotalSeconds:F1} s");
            watch.Restart();
            await using var scope = host.Services.CreateAsyncScope();
            var verdict = await chain.VerifyAsync(scope.ServiceProvider.GetRequiredService<KernelDbContext>(), default);
            Console.WriteLine($"verifying: {watch.Elapsed.TotalSeconds:F1} s, {verdict.Entries:N0} entries, whole: {verdict.IsWhole}");
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<long> SealedAsync(InsideHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        return db.JournalBlocks.OrderByDescending(b => b.LastSeq).Select(b => b.LastSeq).FirstOrDefault();
    }

    private static async Task SealAsync(InsideHost host, JournalChain chain)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await chain.SealAsync(scope.ServiceProvider.GetRequiredService<KernelDbContext>(), default);
    }

    private static void Fill(string connection, int entries)
    {
        using var file = new SqliteConnection(connection);
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO kernel_journal_entries (At, AccountId, BodyId, Role, Action, Kind, Outcome, AboutId, Opened, Ip)
            SELECT strftime('%Y-%m-%d %H:%M:%S', '2026-01-01', '+' || i || ' seconds'),
                '0198C000-0000-7000-8000-' || printf('%012X', i % 5000), '0198C000-0000-7000-8000-' || printf('%012X', i % 300), 'Holder',
                CASE i % 4 WHEN 0 THEN 'GetCard' WHEN 1 THEN 'ReadWorkList' WHEN 2 THEN 'SearchChildren' ELSE 'SaveIdentity' END, i % 4, 200,
                '0198C000-0000-7000-8000-' || printf('%012X', i), CASE WHEN i % 2 = 0 THEN randomblob(16 * (1 + i % 25)) END, '10.0.0.1'
            FROM n
            """;
        command.Parameters.AddWithValue("$count", entries);
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
