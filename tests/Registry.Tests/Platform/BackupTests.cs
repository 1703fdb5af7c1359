using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Backups;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>Tested backups, and a restore [5.admin, 14.3].</summary>
[Clause("5.admin", "14.3")]
[Trait("Needs", "embedded")]
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("registry-backups-").FullName;
    private readonly string _keys = Directory.CreateTempSubdirectory("registry-key-backups-").FullName;
    private readonly string _target = Directory.CreateTempSubdirectory("registry-restored-").FullName;

    private RegistryHost Host() =>
        new()
        {
            More = new()
            {
                ["Registry:Backup:Folder"] = _folder,
                ["Registry:Backup:KeysFolder"] = _keys,
                ["Registry:Backup:KeepDays"] = "30",
                ["Registry:Backup:KeepKeysDays"] = "7",
            },
        };

    private static Task<int> MakeAsync(RegistryHost host) =>
        host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<MakeBackup>().RunAsync(default);
            return 0;
        });

    [Fact]
    public async Task Data_and_keys_are_kept_apart_sealed_and_each_is_tried_by_a_restore()
    {
        await using var host = Host();
        var admin = await host.SignedInAsync("admin");
        await MakeAsync(host);
        var data = Assert.Single(Directory.GetFiles(_folder));
        Assert.Single(Directory.GetFiles(_keys));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(data)).AsSpan().IndexOf("SQLite format"u8));
        var listed = (await admin.GetAsync("/api/access/backups").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["keys", "registry"], listed.Select(b => b.Text("kind")).Order(StringComparer.Ordinal));
        Assert.All(listed, b => Assert.NotNull(b.GetProperty("verifiedAt").GetString()));
    }

    [Fact]
    public async Task A_restored_base_has_every_child_and_can_be_signed_in_to()
    {
        Guid child;
        await using (var host = Host())
        {
            child = (await (await host.SignedInAsync("holder.aksuu")).OpenCardAsync()).Id("childId");
            await MakeAsync(host);
            TakeMasterKey(host);
        }
        var (code, said) = await RestoreAsync();
        Assert.True(code == 0, said);
        // never over an existing database
        (code, said) = await RestoreAsync();
        Assert.Equal(1, code);
        Assert.Contains("is there already", said, StringComparison.Ordinal);
        await using var restored = RegistryHost.On(_target);
        var card = await (await restored.SignedInAsync("holder.aksuu")).CardAsync(child);
        Assert.Contains("Сынова", card.Text("fullName"), StringComparison.Ordinal);
    }

    /// <summary>An operator restores into another folder.</summary>
    private Task<(int Code, string Said)> RestoreAsync() =>
        HostProcess.RunAsync(_target, "restore", Directory.GetFiles(_folder).Single(), Directory.GetFiles(_keys).Single());

    private void TakeMasterKey(RegistryHost host) =>
        File.Copy(Path.Combine(host.Folder, "development.key"), Path.Combine(_target, "development.key"));

    [Fact]
    public async Task Old_backups_go_and_those_of_keys_sooner()
    {
        await using var host = Host();
        await MakeAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(8));
        await MakeAsync(host);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.Single(Directory.GetFiles(_keys));
        host.Clock.Advance(TimeSpan.FromDays(31));
        await MakeAsync(host);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_changed_or_cut_backup_is_refused()
    {
        await using var host = Host();
        await MakeAsync(host);
        TakeMasterKey(host);
        // the second file is opened after the first: if it is wrong, neither is left behind
        foreach (var file in new[] { Directory.GetFiles(_folder).Single(), Directory.GetFiles(_keys).Single() })
        {
            var whole = await File.ReadAllBytesAsync(file);
            var changed = (byte[])whole.Clone();
            changed[whole.Length / 2] ^= 1;
            foreach (var wrong in new[] { changed, whole[..^1], whole[..(whole.Length / 2)] })
            {
                await File.WriteAllBytesAsync(file, wrong);
                var (code, said) = await RestoreAsync();
                Assert.True(code == 1, said);
                Assert.Equal(["development.key"], Directory.GetFiles(_target).Select(Path.GetFileName));
            }
            await File.WriteAllBytesAsync(file, whole);
        }
    }

    [Fact]
    public async Task What_a_killed_restore_left_unsealed_goes_with_the_next_start()
    {
        var half = Path.Combine(_target, "registry.db.restoring");
        await File.WriteAllTextAsync(half, "half");
        Assert.Equal(0, (await HostProcess.RunAsync(_target, "purge", "verify")).Code);
        Assert.False(File.Exists(half));
    }

    [Fact]
    public async Task Data_are_not_restored_without_a_key_store()
    {
        await using var host = Host();
        await MakeAsync(host);
        TakeMasterKey(host);
        var (code, said) = await HostProcess.RunAsync(_target, "restore", Directory.GetFiles(_folder).Single());
        Assert.Equal(1, code);
        Assert.Contains("no key store here", said, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var folder in new[] { _folder, _keys, _target })
        {
            SqlitePools.Clear(folder);
            Directory.Delete(folder, recursive: true);
        }
    }
}
