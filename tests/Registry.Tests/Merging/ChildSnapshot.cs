using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>Every row of some children in every table of every module, with sealed columns opened: before and after can be compared.</summary>
internal static class ChildSnapshot
{
    /// <summary>Published again with each save, or counted from it.</summary>
    private static readonly HashSet<string> NotCompared = ["Version", "SealNo", "Mac", "ChangedAt", "ChangedBy", "ChangedOn"];

    public static IEnumerable<(ModuleDbContext Db, IEntityType Type)> Tables(IServiceProvider services) =>
        from context in services.GetServices<MigratedContext>()
        where typeof(ModuleDbContext).IsAssignableFrom(context.Type)
        let db = (ModuleDbContext)services.GetRequiredService(context.Type)
        from type in db.Model.GetEntityTypes()
        where db is PlatformDbContext || type.ClrType.Assembly != typeof(PlatformDbContext).Assembly
        select (db, type);

    /// <returns>Table and key of each row with its contents.</returns>
    public static Task<SortedDictionary<string, string>> OfAsync(RegistryHost host, params Guid[] children) =>
        host.InScopeAsync(async services =>
        {
            var vault = services.GetRequiredService<Vault>();
            var seals = await vault.ForTheBaseItselfAsync(children, default);
            var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (db, type) in Tables(services).Where(t => t.Type.FindProperty(ChildRows.Child) is not null))
            foreach (var child in children)
            foreach (var row in await ChildRows.LoadAsync(db, type, child, default))
            {
                Add(row, seals[child]);
                foreach (var key in type.GetReferencingForeignKeys().Where(k => k.IsUnique))
                    if (await db.FindAsync(key.DeclaringEntityType.ClrType, ChildRows.Id(row)) is { } part)
                        Add(db.Entry(part), seals[child]);
            }
            var cards = services.GetRequiredService<ChildrenDbContext>();
            foreach (var child in await cards.Children.Where(c => children.Contains(c.Id)).ToListAsync())
                Add(cards.Entry(child), seals[child.Id]);
            return rows;

            void Add(EntityEntry row, Seal seal)
            {
                var key = string.Join(',', row.Metadata.FindPrimaryKey()!.Properties.Select(p => row.Property(p.Name).CurrentValue));
                var values = row
                    .Properties.Where(p => !NotCompared.Contains(p.Metadata.Name) && !IsVeiled(p.Metadata.Name))
                    .ToDictionary(p => p.Metadata.Name, p => Text(p, seal));
                foreach (var (name, value) in Unveiled(row))
                    values[name] = value;
                rows[$"{row.Metadata.ClrType.Name} {key}"] = JsonSerializer.Serialize(values);
            }
        });

    private static bool IsVeiled(string column) => column.StartsWith("Veiled", StringComparison.Ordinal);

    /// <summary>The opened values: encrypted again, the same value has different bytes.</summary>
    private static IEnumerable<(string Name, string Value)> Unveiled(EntityEntry row) =>
        row.Entity is not IVeiled
            ? []
            : row
                .Metadata.ClrType.GetProperties()
                .Where(p =>
                    p.SetMethod is not null && row.Metadata.FindProperty(p.Name) is null && row.Metadata.FindNavigation(p.Name) is null
                )
                .Select(p => (p.Name, JsonSerializer.Serialize(p.GetValue(row.Entity), p.PropertyType)));

    private static string Text(PropertyEntry property, Seal seal)
    {
        var purposes = property.Metadata.PropertyInfo?.GetCustomAttribute<SealedAsAttribute>()?.Purposes;
        if (purposes is null || property.CurrentValue is not byte[] { Length: > 0 } bytes)
            return JsonSerializer.Serialize(property.CurrentValue, property.Metadata.ClrType);
        foreach (var purpose in purposes)
            try
            {
                return Convert.ToBase64String(
                    SHA256.HashData(seal.OpenFile(SealedAt.Of((ISealedRow)property.EntityEntry.Entity), purpose, bytes))
                );
            }
            catch (BrokenSealException)
            {
                // sealed for another of its purposes
            }
        throw new InvalidOperationException(
            $"{property.Metadata.DeclaringType.Name}.{property.Metadata.Name} is not sealed under its child's key."
        );
    }
}
