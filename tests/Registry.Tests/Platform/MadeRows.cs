using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;
using Registry.Tests.Merging;

namespace Registry.Tests.Platform;

/// <summary>Rows of any table, created without their module: discovered from the models, so that a new table is tested as soon as it has a marker.</summary>
internal static class MadeRows
{
    /// <summary>The tables of all modules with such a marker; file contents come after what they belong to.</summary>
    public static List<IEntityType> Tables<TMarker>(IServiceProvider services) =>
        [
            .. ChildSnapshot
                .Tables(services)
                .Where(t => typeof(TMarker).IsAssignableFrom(t.Type.ClrType))
                .Select(t => t.Type)
                .OrderBy(t => t.GetForeignKeys().Any(k => k.IsUnique)),
        ];

    /// <summary>The module's own context on a connection without foreign key checks.</summary>
    public static async Task<ModuleDbContext> ContextAsync(IServiceProvider services, IEntityType type)
    {
        var db = ChildSnapshot.Tables(services).First(t => t.Type.ClrType == type.ClrType).Db;
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
        return db;
    }

    /// <summary>An empty row with a key of its own.</summary>
    public static object New(IEntityType type, Guid? child = null, Guid? id = null, int nth = 0)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo?.SetMethod is not null))
            if (property.Name == "ChildId" && child is not null)
                Set(property, child);
            else if (property.IsPrimaryKey() && property.ClrType == typeof(Guid))
                Set(property, id ?? Registry.Basics.Ids.New());
            else if (property.IsPrimaryKey() && property.ClrType.IsEnum)
                Set(property, Enum.GetValues(property.ClrType).GetValue(nth)!);
            else if (property.ClrType == typeof(Guid))
                Set(property, Registry.Basics.Ids.New());
            else if (property.ClrType == typeof(string) && !property.IsNullable)
                Set(property, $"{Registry.Basics.Ids.New():N}"[..Math.Min(32, property.GetMaxLength() ?? 32)]);
            else if (property.ClrType == typeof(byte[]) && !property.IsNullable && property.PropertyInfo!.GetValue(row) is null)
                Set(property, Array.Empty<byte>());
        return row;

        void Set(IProperty property, object value) => property.PropertyInfo!.SetValue(row, value);
    }

    public static IReadOnlyList<(PropertyInfo Column, IReadOnlyList<string> Purposes)> Sealed(IEntityType type) =>
        [.. Registry.Platform.Model.ChildRows.Sealed(type).Select(c => (type.FindProperty(c.Property)!.PropertyInfo!, c.Purposes))];

    public static string ColumnOf(IEntityType type, PropertyInfo property) =>
        type.FindProperty(property.Name)!.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema()))!;
}
