using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Two hosts, each a separate process, on one Base: the journal's chain never forks [28].</summary>
[Clause("14.3", "28")]
[Trait("Needs", "embedded")]
public sealed class TwoHostsTests(ITestOutputHelper output) : IDisposable
{
    private const int PortOfOne = 5094;
    private const int PortOfOther = 5095;
    private static readonly bool Long = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1";
    private static readonly TimeSpan Writing = Long ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(6);

    /// <summary>Both are behind one address, at which people sign in.</summary>
    private static readonly Dictionary<string, string> Both = new()
    {
        ["Registry__Jobs"] = "true",
        ["Registry__SignIn__Authority"] = $"http://localhost:{PortOfOne}",
    };
    private readonly string _folder = RegistryHost.NewFolder("registry-two-hosts-");
    private readonly ConcurrentBag<int> _written = [];

    [Fact]
    public async Task The_journal_stays_whole_while_two_hosts_write_and_anchor_and_each_is_restarted_in_turn()
    {
        using var one = HostProcess.Browser(PortOfOne);
        using var other = HostProcess.Browser(PortOfOther);
        var hostOfOne = HostProcess.Start(_folder, PortOfOne, Both);
        HostProcess? hostOfOther = null;
        try
        {
            await HostProcess.WaitAsync(one);
            hostOfOther = HostProcess.Start(_folder, PortOfOther, Both);
            await HostProcess.WaitAsync(other);
            using var stop = new CancellationTokenSource();
            using HttpClient holder = HostProcess.Browser(PortOfOne),
                admin = HostProcess.Browser(PortOfOne);
            await HostProcess.SignInAsync(holder, "holder.aksuu");
            await HostProcess.SignInAsync(admin, "admin");
            var writers = new[] { PortOfOne, PortOfOther }
                .SelectMany(port =>
                    new[] { WriteAsync(port, holder, SignalAsync, stop.Token), WriteAsync(port, admin, AnchorAsync, stop.Token) }
                )
                .ToList();
            await Task.Delay(Writing);

            // a rolling restart: one serves while the other starts
            await hostOfOne.StopAsync();
            hostOfOne.Dispose();
            hostOfOne = HostProcess.Start(_folder, PortOfOne, Both);
            await HostProcess.WaitAsync(one);
            await hostOfOther.StopAsync();
            hostOfOther.Dispose();
            hostOfOther = HostProcess.Start(_folder, PortOfOther, Both);
            await HostProcess.WaitAsync(other);

            await Task.Delay(Writing / 3);
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            await hostOfOther.StopAsync();
            await hostOfOne.StopAsync();
        }
        finally
        {
            hostOfOne.Dispose();
            hostOfOther?.Dispose();
        }
        var (code, said) = await HostProcess.RunAsync(_folder, "journal", "verify", "all");
        var blocks = await CountAsync("SELECT COUNT(*) FROM platform_journal_blocks");
        output.WriteLine($"{_written.Count} calls, {blocks} blocks: {said}");
        Assert.True(code == 0, said);
        Assert.True(_written.Count(p => p == PortOfOne) > 10 && _written.Count(p => p == PortOfOther) > 10, $"{_written.Count}");
        Assert.True(blocks > 5, $"{blocks}");
        // every block but the first refers to an existing one
        Assert.Equal(
            1,
            await CountAsync(
                "SELECT COUNT(*) FROM platform_journal_blocks b WHERE NOT EXISTS (SELECT 1 FROM platform_journal_blocks p WHERE p.LastSeq = b.PreviousSeq)"
            )
        );
    }

    private static Task<HttpResponseMessage> SignalAsync(HttpClient browser, string host, CancellationToken ct) =>
        browser.PostAsJsonAsync($"{host}/api/children/signals", Road.Signal(foundOn: "2026-11-20"), ct);

    /// <summary>The hourly job, repeatedly, concurrently with both sealers.</summary>
    private static async Task<HttpResponseMessage> AnchorAsync(HttpClient browser, string host, CancellationToken ct)
    {
        await Task.Delay(50, ct);
        return await browser.PostAsync($"{host}/api/access/jobs/platform.anchor-journal/run", null, ct);
    }

    /// <summary>A user whom the load balancer sends to one host.</summary>
    private async Task WriteAsync(
        int port,
        HttpClient browser,
        Func<HttpClient, string, CancellationToken, Task<HttpResponseMessage>> act,
        CancellationToken ct
    )
    {
        while (!ct.IsCancellationRequested)
            try
            {
                if ((await act(browser, $"http://localhost:{port}", ct)).IsSuccessStatusCode)
                    _written.Add(port);
            }
            catch (Exception down) when (down is HttpRequestException or OperationCanceledException or IOException)
            {
                // its host is being restarted
                await Task.Delay(50, CancellationToken.None);
            }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(_folder, "registry.db")};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public void Dispose()
    {
        SqlitePools.Clear(_folder);
        Directory.Delete(_folder, recursive: true);
    }
}
