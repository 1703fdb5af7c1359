using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Registry.Platform.Model;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>kill -9 under write load: nothing acknowledged is lost, and data, journal, deadlines and outbox always agree.</summary>
[Clause("14.3")]
[Trait("Needs", "embedded")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Port = 5093;
    private const int Writers = 8;
    private int _demoSignals;
    private static readonly int Cycles = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 1_000 : 10;
    private readonly string _folder = RegistryHost.NewFolder("registry-kill-");

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_host_is_killed_under_load()
    {
        var random = new Random(9);
        using var browser = HostProcess.Browser(Port);
        var acknowledged = new ConcurrentBag<Guid>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            using var host = Start();
            await HostProcess.WaitAsync(browser);
            if (cycle == 0)
            {
                await HostProcess.SignInAsync(browser, "holder.aksuu");
                _demoSignals = await CountSignalsAsync();
            }
            using var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Writers).Select(_ => WriteAsync(browser, acknowledged, stop.Token)).ToList();
            // a fresh host compiles its first write: on a slow machine a fixed delay alone would kill it before anything is saved
            var before = acknowledged.Count;
            for (var wait = 0; acknowledged.Count == before && wait < 1_000; wait++)
                await Task.Delay(20);
            await Task.Delay(random.Next(600));
            await host.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
        var report = await CheckAsync(acknowledged);
        output.WriteLine($"{Cycles} kills, {acknowledged.Count} acknowledged signals, {report}");
        Assert.True(acknowledged.Count > Cycles, $"only {acknowledged.Count} signals were acknowledged in {Cycles} cycles");
        Assert.Equal(0, await VerifyJournalAsync());
    }

    private static async Task WriteAsync(HttpClient browser, ConcurrentBag<Guid> acknowledged, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var answer = await browser.PostAsJsonAsync("/api/children/signals", Road.Signal(foundOn: "2026-11-20"), ct);
                if (answer.StatusCode is HttpStatusCode.Created)
                    acknowledged.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).Id());
            }
            catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException or JsonException)
            {
                // the host is dead: whether the last one was saved is unknown, and that is allowed
            }
        }
    }

    private async Task<int> CountSignalsAsync()
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(_folder, "registry.db")}");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM children_signals";
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> CheckAsync(IEnumerable<Guid> acknowledged)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(_folder, "registry.db")}");
        await db.OpenAsync();
        long Count(string sql)
        {
            using var command = db.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
        var saved = new HashSet<Guid>();
        await using (var command = db.CreateCommand())
        {
            command.CommandText = "SELECT Id FROM children_signals";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                saved.Add(reader.Id(0));
        }
        Assert.Equal(0, acknowledged.Count(id => !saved.Contains(id)));
        var signals = saved.Count - _demoSignals;
        Assert.Equal(signals, Count("SELECT COUNT(*) FROM platform_journal_entries WHERE Action = 'RegisterSignal' AND Outcome = 201"));
        Assert.Equal(signals, Count("SELECT COUNT(*) FROM platform_outbox WHERE Type = 'SignalRegistered'"));
        Assert.Equal(
            0,
            Count("SELECT COUNT(*) FROM children_signals s WHERE NOT EXISTS (SELECT 1 FROM children_children c WHERE c.Id = s.ChildId)")
        );
        Assert.Equal(
            0,
            Count(
                "SELECT COUNT(*) FROM children_signals s WHERE s.Status = 'new' AND NOT EXISTS (SELECT 1 FROM platform_deadlines d WHERE d.AboutId = s.Id)"
            )
        );
        // no number is given twice and none is skipped
        Assert.Equal(saved.Count, Count("SELECT SUM(Last) FROM children_number_series WHERE Key LIKE 'S-%'"));
        return $"{signals} saved, journal, deadlines, numbers and outbox agree";
    }

    private HostProcess Start() => HostProcess.Start(_folder, Port);

    private async Task<int> VerifyJournalAsync()
    {
        var (code, said) = await HostProcess.RunAsync(_folder, "journal", "verify", "all");
        output.WriteLine(said);
        return code;
    }

    public void Dispose()
    {
        SqlitePools.Clear(_folder);
        Directory.Delete(_folder, recursive: true);
    }
}
