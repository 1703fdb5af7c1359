using System.Net;
using Microsoft.Data.Sqlite;
using Registry.Platform.Operations;
using Registry.Tests.Purging;

namespace Registry.Tests.Host;

/// <summary>Lost files, lost keys and a full disk prevent the start or are reported: nothing carries on as if all were well [14.3, 28].</summary>
[Clause("14.3", "28")]
[Trait("Needs", "embedded")]
public sealed class StoresTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public async Task InitializeAsync() => await (await _host.SignedInAsync("holder.aksuu")).OpenCardAsync();

    private Task<string> HealthAsync() => _host.Browser().GetStringAsync("/health/ready");

    /// <summary>The files of this host without some of them, in a separate folder.</summary>
    private string Without(string lost)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_host.Folder, $"without-{lost}")).FullName;
        foreach (var database in new[] { "registry", "keys" }.Where(d => d != lost))
        {
            using var from = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, database + ".db")};Pooling=False");
            using var to = new SqliteConnection($"Data Source={Path.Combine(folder, database + ".db")};Pooling=False");
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }
        File.Copy(Path.Combine(_host.Folder, "development.key"), Path.Combine(folder, "development.key"));
        return folder;
    }

    [Theory]
    [InlineData("registry", "The database of the Base is missing beside its key store")]
    [InlineData("keys", "The key store is missing, or empty, beside the database")]
    public async Task A_start_beside_half_of_the_Base_is_refused_and_makes_nothing_anew(string lost, string said)
    {
        var folder = Without(lost);
        var (code, output) = await HostProcess.RunAsync(folder);
        Assert.NotEqual(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, $"{lost}.db")), "made anew");
    }

    [Theory]
    [InlineData("1 = 1", "Put it back from its own backup")]
    [InlineData("SubjectId LIKE '00000000-0000-7000-8000-000000000001'", "Put it back from its own backup")]
    [InlineData("SubjectId LIKE '00000000-0000-7000-8000-000000000002'", "Put it back from its own backup")]
    [InlineData("SubjectId LIKE '00000000-0000-7000-8000-000000000005'", "has lost the key of the veil")]
    public async Task A_key_store_without_the_keys_of_the_Base_stops_the_start(string lost, string said)
    {
        var folder = Without("");
        await SqlAsync(Path.Combine(folder, "keys.db"), $"DELETE FROM subject_keys WHERE {lost}");
        var (code, output) = await HostProcess.RunAsync(folder);
        Assert.NotEqual(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_whose_key_was_lost_is_told_by_its_number()
    {
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Equal("Healthy", await HealthAsync());
        var child = (await (await _host.SignedInAsync("holder.aksuu")).OpenCardAsync()).Id("childId");
        await SqlAsync(
            Path.Combine(_host.Folder, "keys.db"),
            $"DELETE FROM subject_keys WHERE SubjectId = '{child.ToString().ToUpperInvariant()}'"
        );
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Equal("Degraded\nnightly-checks", await HealthAsync());
        var seen = await (await _host.SignedInAsync("admin")).GetAsync("/api/access/operations").JsonAsync();
        var finding = Assert.Single(seen.GetProperty("findings").EnumerateArray());
        Assert.Equal(("lost-keys", child), (finding.Text("check"), finding.Id("aboutId")));
    }

    [Fact]
    public async Task A_journal_that_was_tampered_with_is_told_by_the_night()
    {
        await _host.RunJobAsync<Registry.Platform.Jobs.AnchorJournal>(job => job.RunAsync(default));
        await SqlAsync(Path.Combine(_host.Folder, "registry.db"), "UPDATE platform_journal_entries SET Outcome = 500 WHERE Seq = 1");
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Equal("Degraded\nnightly-checks", await HealthAsync());
    }

    [Fact]
    public async Task While_the_journal_cannot_be_written_the_health_is_not_good_and_it_is_again_by_itself()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var file = Path.Combine(_host.Folder, "registry.db");
        // what a full disk does to every insert
        await SqlAsync(
            file,
            "CREATE TRIGGER full_disk BEFORE INSERT ON platform_journal_entries BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        );
        // no entry, no answer
        await Assert.ThrowsAsync<InvalidOperationException>(() => holder.GetAsync("/api/access/me"));
        var health = await _host.Browser().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("Unhealthy\njournal", await health.Content.ReadAsStringAsync());
        await SqlAsync(file, "DROP TRIGGER full_disk");
        Assert.Equal("Healthy", await HealthAsync());
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_is_told()
    {
        await using var host = new RegistryHost { More = new() { ["Registry:Disk:LeastFree"] = "2000000000" } };
        Assert.Equal("Degraded\ndisk", await host.Browser().GetStringAsync("/health/ready"));
    }

    private static async Task SqlAsync(string file, string sql)
    {
        await using var db = new SqliteConnection($"Data Source={file};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
