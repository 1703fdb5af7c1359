using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Backups;
using Registry.Platform.Jobs;
using Registry.Platform.Journal;
using Registry.Platform.Model;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Platform;

/// <summary>After a restore the journal continues with a declared gap, and both sides of it are still verified [14.3, 28].</summary>
[Clause("5.admin", "14.3", "28")]
[Trait("Needs", "embedded")]
public sealed class RestoreJournalTests : IDisposable
{
    private readonly string _data = RegistryHost.NewFolder("registry-data-");
    private readonly string _backups = Directory.CreateTempSubdirectory("registry-backups-").FullName;
    private readonly string _outside = Directory.CreateTempSubdirectory("registry-outside-").FullName;

    private Dictionary<string, string> Settings(string separator) =>
        new() { [$"Registry{separator}Backup{separator}Folder"] = _backups, [$"Registry{separator}Journal{separator}Anchors"] = _outside };

    private RegistryHost Host() => RegistryHost.On(_data, Settings(":"));

    private Task<(int Code, string Said)> RunAsync(params string[] command) => HostProcess.RunAsync(_data, Settings("__"), command);

    private static async Task ReadAsync(RegistryHost host, int times)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        for (var i = 0; i < times; i++)
        {
            await holder.GetAsync("/api/children/work-list");
            await host.RunJobAsync<AnchorJournal>(job => job.RunAsync(default));
        }
    }

    /// <summary>Work, a backup, more work, the loss of the data, and the restore of the backup.</summary>
    private async Task RestoreAsync(bool keysToo)
    {
        await using (var host = Host())
        {
            await ReadAsync(host, 3);
            await host.RunJobAsync<MakeBackup>(job => job.RunAsync(default));
            await ReadAsync(host, 3);
        }
        SqlitePools.Clear(_data);
        foreach (var lost in Directory.GetFiles(_data, "registry.db*").Concat(keysToo ? Directory.GetFiles(_data, "keys.db*") : []))
            File.Delete(lost);
        string Backup(string kind) => Directory.GetFiles(_backups, $"{kind}-*").Single();
        string[] command = keysToo ? ["restore", Backup("registry"), Backup("keys")] : ["restore", Backup("registry")];
        var (code, said) = await RunAsync(command);
        Assert.True(code == 0, said);
        Assert.Matches(@"restored to \d+ from registry-\S+\.bak, head was \d+", said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_chain_goes_on_and_the_gap_is_told(bool keysToo)
    {
        await RestoreAsync(keysToo);
        await using (var host = Host())
        {
            await ReadAsync(host, 2);
            Assert.Contains(
                "RestoreBackup",
                await host.InScopeAsync(s =>
                    Task.FromResult(s.GetRequiredService<PlatformDbContext>().Journal.Select(e => e.Action).ToList())
                )
            );
            // (a backup several days old puts the clock in doubt)
            Assert.DoesNotContain("journal", await host.Browser().GetStringAsync("/health/ready"));
        }
        foreach (var anchor in new[] { _data, _outside })
            Assert.Single(
                await File.ReadAllLinesAsync(Path.Combine(anchor, JournalAnchors.FileName)),
                l => l.StartsWith("restored ", StringComparison.Ordinal)
            );
        var (code, said) = await RunAsync("journal", "verify", "all");
        Assert.True(code == 0, said);
        Assert.Matches(@"restored to \d+ from registry-\S+\.bak on \S+ \S+ UTC, head was \d+", said);
    }

    [Theory]
    [InlineData("MIN")]
    [InlineData("MAX")]
    public async Task What_was_tampered_with_on_either_side_of_the_gap_is_found(string side)
    {
        await RestoreAsync(keysToo: false);
        await using (var host = Host())
            await ReadAsync(host, 2);
        await SqlAsync(
            $"UPDATE platform_journal_entries SET Outcome = 500 WHERE Seq = (SELECT {side}(e.Seq) FROM platform_journal_entries e WHERE e.Seq <= (SELECT MAX(LastSeq) FROM platform_journal_blocks))"
        );
        var (code, said) = await RunAsync("journal", "verify", "all");
        Assert.True(code == 1, said);
        Assert.Contains("are not those that were sealed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_is_cut_after_a_restore_is_no_declared_gap()
    {
        await RestoreAsync(keysToo: false);
        await using (var host = Host())
            await ReadAsync(host, 3);
        // back to the head of the restore, as if the declared gap were this one
        const string head = "(SELECT ToSeq FROM platform_journal_restores)";
        await SqlAsync($"DELETE FROM platform_journal_entries WHERE Seq > {head}");
        await SqlAsync($"DELETE FROM platform_journal_blocks WHERE LastSeq > {head}");
        foreach (var anchor in new[] { _data, _outside })
        {
            var file = Path.Combine(anchor, JournalAnchors.FileName);
            var lines = await File.ReadAllLinesAsync(file);
            await File.WriteAllLinesAsync(
                file,
                lines[..(Array.FindIndex(lines, l => l.StartsWith("restored ", StringComparison.Ordinal)) + 1)]
            );
        }
        var (code, said) = await RunAsync("journal", "verify", "all");
        Assert.True(code == 1, said);
        Assert.Contains("was shortened", said, StringComparison.Ordinal);
        Assert.Contains("the head marked in the key store", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_server_restores_by_itself_the_gap_is_declared_by_a_command()
    {
        await using (var host = Host())
            await ReadAsync(host, 3);
        SqlitePools.Clear(_data);
        var file = Path.Combine(_data, "registry.db");
        await SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(file, file + ".older");
        await using (var host = Host())
            await ReadAsync(host, 3);
        SqlitePools.Clear(_data);
        await SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Move(file + ".older", file, overwrite: true);
        Assert.Equal(1, (await RunAsync("journal", "verify", "all")).Code);
        Assert.Equal(0, (await RunAsync("journal", "restored", "nightly.bak")).Code);
        var (code, said) = await RunAsync("journal", "verify", "all");
        Assert.True(code == 0, said);
        Assert.Contains("from nightly.bak", said, StringComparison.Ordinal);
    }

    private async Task SqlAsync(string sql)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(_data, "registry.db")};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        SqlitePools.Clear(_data);
        foreach (var folder in new[] { _data, _backups, _outside })
            Directory.Delete(folder, recursive: true);
    }
}
