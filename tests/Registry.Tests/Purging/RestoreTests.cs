using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Events;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>After an older backup is restored, whatever was ended since is ended again before the host serves any request [25.2, 15.2].</summary>
[Trait("Needs", "embedded")]
public sealed class RestoreTests : IDisposable
{
    private readonly string _older = Directory.CreateTempSubdirectory("registry-older-").FullName;

    [Fact]
    [Clause("25.2", "15.2")]
    public async Task Purges_and_revoked_access_are_replayed_before_the_port_opens()
    {
        Guid child;
        string folder;
        await using (var host = new RegistryHost())
        {
            folder = host.Folder;
            var holder = await host.SignedInAsync("holder.aksuu");
            child = (await holder.OpenCardAsync()).Id("childId");
            await host.Service<OutboxDispatcher>().SweepAsync(default);
            Copy(folder, _older);
            await host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 1, 1), default);
            var admin = await host.SignedInAsync("admin");
            var accounts = await admin.GetAsync("/api/access/accounts?size=100").JsonAsync();
            var police = accounts.GetProperty("items").EnumerateArray().Single(a => a.Text("login") == "police.aksuu").Id();
            var version = await admin.VersionAsync($"/api/access/accounts/{police}");
            await admin
                .PostAsync($"/api/access/accounts/{police}/suspend", new { reason = "x", confirm = "police.aksuu" }, version)
                .JsonAsync(HttpStatusCode.NoContent);
            await host.Service<OutboxDispatcher>().SweepAsync(default);
            // the older databases, with today's ledger beside them
            File.Copy(Path.Combine(folder, Ledger.FileName), Path.Combine(_older, Ledger.FileName), overwrite: true);
        }
        await using var restored = RegistryHost.On(_older);
        _ = restored.Browser();
        Assert.False(await restored.Service<KeyStore>().ExistsAsync(child, default));
        Assert.Equal(0, await restored.RowsAboutAsync(child));
        var refused = await restored
            .Browser()
            .PostAsJsonAsync("/api/access/sign-in", new { login = "police.aksuu", password = "kyzyl-alma-2026-demo" });
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private static void Copy(string from, string to)
    {
        SqlitePools.Clear(from);
        foreach (var name in new[] { "registry.db", "keys.db" })
        {
            using var source = new SqliteConnection($"Data Source={Path.Combine(from, name)}");
            using var target = new SqliteConnection($"Data Source={Path.Combine(to, name)}");
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }
        File.Copy(Path.Combine(from, "development.key"), Path.Combine(to, "development.key"));
    }

    public void Dispose()
    {
        SqlitePools.Clear(_older);
        Directory.Delete(_older, recursive: true);
    }
}
