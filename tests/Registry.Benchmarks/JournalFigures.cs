using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Journal;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Benchmarks;

/// <summary>How long a journal of a million entries takes to verify [28].</summary>
internal static class JournalFigures
{
    /// <param name="blocks">The number of blocks the entries are sealed into; 0 for as few as the Base makes at once.</param>
    public static async Task<int> RunAsync(int entries, int blocks = 0)
    {
        var folder = Directory.CreateTempSubdirectory("registry-journal-").FullName;
        await using (var host = new InsideHost(folder, System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)))
        {
            var options = host.Services.GetRequiredService<DatabaseOptions>();
            // with small blocks of our own the host must not seal meanwhile
            var turn = blocks == 0 ? null : Hold(options.Registry);
            Fill(options.Registry, entries);
            var chain = host.Services.GetRequiredService<JournalChain>();
            var watch = Stopwatch.StartNew();
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            if (blocks > 0)
                await SealAsSmallAsync(host, options.Registry, db, entries / blocks);
            turn?.Dispose();
            // the host seals too: whichever comes first
            while (await SealedAsync(host) < entries)
                await SealAsync(host, chain);
            Console.WriteLine($"sealing {entries:N0} entries: {watch.Elapsed.TotalSeconds:F1} s");
            var count = db.JournalBlocks.Count();
            var verify = scope.ServiceProvider.GetRequiredService<VerifyJournal>();
            var (seconds, megabytes) = await MeasureAsync(async () =>
            {
                var verdict = await verify.RunAsync(all: true, default);
                Console.WriteLine($"verifying: {verdict.Entries:N0} entries, {count:N0} blocks, whole: {verdict.IsWhole}");
            });
            Console.WriteLine($"all: {seconds:F1} s, {megabytes:N0} MB more at most");
            var (again, _) = await MeasureAsync(() => verify.RunAsync(all: false, default));
            Console.WriteLine($"from the last verified head: {again:F2} s");
            if (blocks > 0)
            {
                var (before, held) = await MeasureAsync(() => BlockByBlockAsync(db));
                Console.WriteLine(
                    $"all blocks held, a question each: {before:F1} s, {held:N0} MB more at most; ratio {before / seconds:F1}"
                );
            }
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static FileStream Hold(string connection) =>
        new(
            new SqliteConnectionStringBuilder(connection).DataSource + ".sealing",
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );

    /// <returns>Seconds, and peak memory above the initial level.</returns>
    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(Func<Task> work)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20);
            }
        });
        var watch = Stopwatch.StartNew();
        await work();
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watching;
        return (seconds, (most - before) / 1_048_576d);
    }

    /// <summary>The same proof without paging: every block in memory, the entries of each read separately.</summary>
    private static async Task BlockByBlockAsync(PlatformDbContext db)
    {
        byte[]? previous = null;
        foreach (var block in await db.JournalBlocks.AsNoTracking().OrderBy(b => b.LastSeq).ToListAsync())
        {
            var rows = await db
                .Journal.AsNoTracking()
                .Where(e => e.Seq > block.PreviousSeq && e.Seq <= block.LastSeq)
                .OrderBy(e => e.Seq)
                .ToListAsync();
            previous = JournalChain.HashOf(previous, rows);
            if (!previous.AsSpan().SequenceEqual(block.Hash))
                throw new InvalidOperationException($"The block up to {block.LastSeq} is broken.");
        }
    }

    /// <summary>Blocks as in a quiet year, signed with the Base's own key.</summary>
    private static async Task SealAsSmallAsync(InsideHost host, string connection, PlatformDbContext db, int size)
    {
        var signer = await host.Services.GetRequiredService<JournalKey>().SignerAsync(default);
        using var file = new SqliteConnection(connection);
        file.Open();
        using var transaction = file.BeginTransaction();
        using var insert = file.CreateCommand();
        insert.CommandText =
            "INSERT INTO platform_journal_blocks (LastSeq, PreviousSeq, Count, Hash, At, Mac) VALUES ($last, $previous, $count, $hash, $at, $mac)";
        var (previous, hash) = (0L, (byte[]?)null);
        var rows = new List<JournalEntry>(size);
        await foreach (var entry in JournalRows.EntriesAsync(db, 0, default))
        {
            rows.Add(entry);
            if (rows.Count < size)
                continue;
            hash = JournalChain.HashOf(hash, rows);
            var block = new JournalBlock
            {
                PreviousSeq = previous,
                LastSeq = entry.Seq,
                Count = rows.Count,
                Hash = hash,
                At = entry.At,
            };
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$last", block.LastSeq);
            insert.Parameters.AddWithValue("$previous", block.PreviousSeq);
            insert.Parameters.AddWithValue("$count", block.Count);
            insert.Parameters.AddWithValue("$hash", block.Hash);
            insert.Parameters.AddWithValue("$at", block.At);
            insert.Parameters.AddWithValue("$mac", block.Sign(signer));
            insert.ExecuteNonQuery();
            previous = entry.Seq;
            rows.Clear();
        }
        transaction.Commit();
    }

    private static async Task<long> SealedAsync(InsideHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return db.JournalBlocks.OrderByDescending(b => b.LastSeq).Select(b => b.LastSeq).FirstOrDefault();
    }

    private static async Task SealAsync(InsideHost host, JournalChain chain)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await chain.SealAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), default);
    }

    private static void Fill(string connection, int entries)
    {
        using var file = new SqliteConnection(connection);
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO platform_journal_entries (At, AccountId, BodyId, Role, Action, Kind, Outcome, AboutId, Opened, Ip)
            SELECT strftime('%Y-%m-%d %H:%M:%S', '2026-01-01', '+' || i || ' seconds'),
                '0198C000-0000-7000-8000-' || printf('%012X', i % 5000), '0198C000-0000-7000-8000-' || printf('%012X', i % 300), 'holder',
                CASE i % 4 WHEN 0 THEN 'GetCard' WHEN 1 THEN 'ReadWorkList' WHEN 2 THEN 'SearchChildren' ELSE 'SaveIdentity' END, CASE i % 4 WHEN 3 THEN 'change' ELSE 'read' END, 200,
                '0198C000-0000-7000-8000-' || printf('%012X', i), CASE WHEN i % 2 = 0 THEN randomblob(16 * (1 + i % 25)) END, '10.0.0.1'
            FROM n
            """;
        command.Parameters.AddWithValue("$count", entries);
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
