using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

[Clause("14.3", "24")]
[Trait("Needs", "embedded")]
public sealed class VaultTests : IAsyncLifetime
{
    private static readonly SealedAt Row = new(Ids.New());
    private const string Canary = "Канарейкина Жыпаргүл";
    private readonly string _folder = Directory.CreateTempSubdirectory("vault-").FullName;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _services = Services(Key("first", 1), "first");
        await PlatformModule.MigrateAsync(_services, default);
    }

    private ServiceProvider Services(Dictionary<string, string?> settings, string current)
    {
        settings["Registry:Data"] = _folder;
        settings["Registry:Vault:CurrentMasterKey"] = current;
        return new ServiceCollection()
            .AddLogging()
            .AddPlatform(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    private static Dictionary<string, string?> Key(string name, byte fill) =>
        new() { [$"Registry:Vault:MasterKeys:{name}"] = Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray()) };

    private static async Task<T> InAsync<T>(ServiceProvider services, Func<Vault, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<Vault>());
    }

    [Fact]
    public async Task Opens_what_it_sealed()
    {
        var seal = await InAsync(_services, v => v.NewSubjectAsync(default));
        Assert.Equal(Canary, seal.Open<string>(Row, "test", seal.Close(Row, "test", Canary)));
    }

    [Fact]
    public async Task Refuses_a_seal_that_was_changed_moved_to_another_purpose_or_to_another_child()
    {
        var one = await InAsync(_services, v => v.NewSubjectAsync(default));
        var other = await InAsync(_services, v => v.NewSubjectAsync(default));
        var sealedText = one.Close(Row, "test", Canary);
        for (var i = 0; i < sealedText.Length; i++)
        {
            var changed = sealedText.ToArray();
            changed[i] ^= 1;
            Assert.Throws<BrokenSealException>(() => one.Open<string>(Row, "test", changed));
        }
        Assert.Throws<BrokenSealException>(() => one.Open<string>(Row, "elsewhere", sealedText));
        Assert.Throws<BrokenSealException>(() => other.Open<string>(Row, "test", sealedText));
    }

    [Fact]
    public async Task After_a_key_is_destroyed_nothing_sealed_under_it_can_be_opened()
    {
        var seal = await InAsync(_services, v => v.NewSubjectAsync(default));
        await _services.GetRequiredService<KeyStore>().DestroyAsync([seal.Subject], default);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => InAsync(_services, v => v.OfAsync(seal.Subject, default)));
        Assert.Equal("subject.purged", refusal.Code);
        await _services.GetRequiredService<KeyStore>().DestroyAsync([seal.Subject], default);
    }

    [Fact]
    public async Task Rotates_the_master_key_without_touching_the_data()
    {
        var seal = await InAsync(_services, v => v.NewSubjectAsync(default));
        var sealedText = seal.Close(Row, "test", Canary);
        var both = new Dictionary<string, string?>(Key("first", 1).Concat(Key("second", 2)));
        await using (var rotating = Services(both, "second"))
        {
            Assert.True(await rotating.GetRequiredService<KeyStore>().RotateMasterKeyAsync(default) > 0);
            Assert.Equal(0, await rotating.GetRequiredService<KeyStore>().RotateMasterKeyAsync(default));
        }
        await using var afterwards = Services(Key("second", 2), "second");
        var again = await InAsync(afterwards, v => v.OfAsync(seal.Subject, default));
        Assert.Equal(Canary, again.Open<string>(Row, "test", sealedText));
    }

    [Fact]
    public async Task A_stolen_key_store_without_the_master_key_is_worth_nothing()
    {
        var seal = await InAsync(_services, v => v.NewSubjectAsync(default));
        await using var thief = Services(Key("first", 9), "first");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => InAsync(thief, v => v.OfAsync(seal.Subject, default)));
    }

    [Fact]
    public async Task Keys_are_durable_before_they_are_used()
    {
        var seal = await InAsync(_services, v => v.NewSubjectAsync(default));
        await using var scope = _services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KeysDbContext>().Keys.CountAsync(k => k.SubjectId == seal.Subject));
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqlitePools.Clear(_folder);
        Directory.Delete(_folder, true);
    }
}
