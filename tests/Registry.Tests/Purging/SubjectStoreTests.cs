using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Platform.Rows;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>Every table and every file of the Base is declared either to hold subject data or to hold none [25.2].</summary>
[Clause("25.2")]
[Trait("Needs", "embedded")]
public sealed class SubjectStoreTests : IDisposable
{
    private readonly RegistryHost _host = new();

    /// <summary>A purge certificate is read by people.</summary>
    [Fact]
    public void What_a_purge_removes_has_a_name_in_every_language()
    {
        using var scope = _host.Services.CreateScope();
        var kinds = scope
            .ServiceProvider.GetServices<ISubjectStore>()
            .SelectMany(store =>
                (IEnumerable<SubjectRows>)
                    store.GetType().GetMethod("Of", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(store, [Guid.Empty])!
            )
            .Select(rows => rows.What)
            .Distinct()
            .ToList();
        Assert.True(kinds.Count >= 40, $"{kinds.Count}");
        foreach (var language in new[] { "ky", "ru", "en" })
        {
            var texts = File.ReadAllText(Path.Combine(Repository.Root, "web-admin", "src", "texts", $"{language}.json"));
            Assert.Equal([], kinds.Where(kind => !texts.Contains($"\"purge-what.{kind}\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void No_table_is_left_undeclared()
    {
        using var scope = _host.Services.CreateScope();
        var held = scope.ServiceProvider.GetServices<ISubjectStore>().SelectMany(s => s.Holds).ToHashSet();
        var entities = scope
            .ServiceProvider.GetServices<MigratedContext>()
            .SelectMany(c => ((DbContext)scope.ServiceProvider.GetRequiredService(c.Type)).Model.GetEntityTypes())
            .Select(e => e.ClrType)
            .Where(t => t.Namespace!.StartsWith("Registry", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(entities.Count >= 60, $"{entities.Count}");
        // the key store is what the purge starts with
        var undeclared = entities.Where(t =>
            !held.Contains(t)
            && t.GetCustomAttribute<NoSubjectAttribute>() is null
            && t.GetCustomAttribute<ExpiresAttribute>() is null
            && t.Name != "WrappedKey"
        );
        Assert.Empty(undeclared);
        Assert.DoesNotContain(held, t => t.GetCustomAttribute<NoSubjectAttribute>() is not null);
    }

    [Fact]
    public void Tables_of_libraries_hold_keys_and_sign_ins_alone()
    {
        using var scope = _host.Services.CreateScope();
        var others = scope
            .ServiceProvider.GetServices<MigratedContext>()
            .SelectMany(c => ((DbContext)scope.ServiceProvider.GetRequiredService(c.Type)).Model.GetEntityTypes())
            .Where(e => !e.ClrType.Namespace!.StartsWith("Registry", StringComparison.Ordinal))
            .Select(e => e.ClrType.Name.Split('`')[0])
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "DataProtectionKey",
                "OpenIddictEntityFrameworkCoreApplication",
                "OpenIddictEntityFrameworkCoreAuthorization",
                "OpenIddictEntityFrameworkCoreScope",
                "OpenIddictEntityFrameworkCoreToken",
            ],
            others
        );
    }

    [Fact]
    public void A_table_with_a_childs_id_is_never_said_to_hold_nothing()
    {
        using var scope = _host.Services.CreateScope();
        var guilty = scope
            .ServiceProvider.GetServices<MigratedContext>()
            .SelectMany(c => ((DbContext)scope.ServiceProvider.GetRequiredService(c.Type)).Model.GetEntityTypes())
            .Where(e => e.ClrType.GetCustomAttribute<NoSubjectAttribute>() is not null)
            .Where(e =>
                e.FindProperty("ChildId") is not null || e.GetProperties().Any(p => p.Name.StartsWith("Sealed", StringComparison.Ordinal))
            )
            .Select(e => e.ClrType.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
        // a specialist's number, an account's second factor and why a job is to be paused are sealed under the Base's own key
        Assert.Equal(["Account", "JobSchedule", "ProviderKey", "Specialist"], guilty);
    }

    [Fact]
    public async Task The_data_folder_holds_nothing_but_the_databases_the_ledger_and_the_anchor()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync();
        await _host.Service<PurgeSubject>().RunAsync(Guid.CreateVersion7(), PurgeGround.Turned28, new(2026, 1, 1), default);
        string[] known =
        [
            "registry.db",
            "registry.db-wal",
            "registry.db-shm",
            "registry.db.sealing",
            "keys.db",
            "keys.db-wal",
            "keys.db-shm",
            "development.key",
            "journal.anchor",
            Ledger.FileName,
        ];
        Assert.Empty(Directory.GetFileSystemEntries(_host.Folder).Select(Path.GetFileName).Except(known));
    }

    public void Dispose() => _host.Dispose();
}
