using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Registry.Kernel.Data;
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
    private static readonly int Cycles = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 1_000 : 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("registry-kill-").FullName;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_host_is_killed_under_load()
    {
        var random = new Random(9);
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new($"http://localhost:{Port}"),
            Timeout = TimeSpan.FromSeconds(20),
        };
        var acknowledged = new ConcurrentBag<Guid>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            using var host = Start();
            await WaitAsync(browser);
            if (cycle == 0)
            {
                await SignInAsync(browser);
                _demoSignals = await CountSignalsAsync();
            }
            using var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Writers).Select(_ => WriteAsync(browser, acknowledged, stop.Token)).ToList();
            // a fresh host compiles its first write: on a slow machine a fixed delay alone would kill before anything is saved
            var before = acknowledged.Count;
            for (var wait = 0; acknowledged.Count == before && wait < 1_000; wait++)
                await Task.Delay(20);
            await Task.Delay(random.Next(600));
            host.Kill(); // SIGKILL
            await host.WaitForExitAsync();
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
        Assert.Equal(signals, Count("SELECT COUNT(*) FROM kernel_journal_entries WHERE Action = 'RegisterSignal' AND Outcome = 201"));
        Assert.Equal(signals, Count("SELECT COUNT(*) FROM kernel_outbox WHERE Type = 'SignalRegistered'"));
        Assert.Equal(
            0,
            Count("SELECT COUNT(*) FROM children_signals s WHERE NOT EXISTS (SELECT 1 FROM children_children c WHERE c.Id = s.ChildId)")
        );
        Assert.Equal(
            0,
            Count(
                "SELECT COUNT(*) FROM children_signals s WHERE s.Status = 0 AND NOT EXISTS (SELECT 1 FROM kernel_deadlines d WHERE d.AboutId = s.Id)"
            )
        );
        // no number is given twice and none is skipped
        Assert.Equal(saved.Count, Count("SELECT SUM(Last) FROM children_number_series WHERE Key LIKE 'S-%'"));
        return $"{signals} saved, journal, deadlines, numbers and outbox agree";
    }

    private static string HostFile => Path.Combine(AppContext.BaseDirectory, "Registry.Host.dll");

    private Process Start(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [HostFile, .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{Port}";
        start.Environment["Registry__Data"] = _folder;
        start.Environment["Registry__Demo"] = "true";
        start.Environment["Registry__Jobs"] = "false";
        start.Environment["Registry__LogLevel"] = "Fatal";
        start.Environment["Registry__SignIn__RequireHttps"] = "false";
        start.Environment["Registry__SignIn__SecondFactor"] = "false";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<int> VerifyJournalAsync()
    {
        using var verify = Start("journal", "verify");
        await verify.WaitForExitAsync();
        return verify.ExitCode;
    }

    private static async Task WaitAsync(HttpClient browser)
    {
        var last = "";
        for (var i = 0; i < 1_800; i++)
        {
            try
            {
                var answer = await browser.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
                last = await answer.Content.ReadAsStringAsync();
            }
            catch (Exception early) when (early is HttpRequestException or OperationCanceledException)
            {
                last = early.Message;
            }
            await Task.Delay(100);
        }
        Assert.Fail($"The host did not start: {last}");
    }

    private static async Task SignInAsync(HttpClient browser)
    {
        (
            await browser.PostAsJsonAsync("/api/access/sign-in", new { login = "holder.aksuu", password = "kyzyl-alma-2026-demo" })
        ).EnsureSuccessStatusCode();
        (await browser.GetAsync("/auth/begin?to=/api/access/me")).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
