using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Platform.Sealing;

namespace Registry.Platform.Rows;

/// <summary>What of a table is covered, and in which form it goes into the MAC.</summary>
internal sealed class AttestedTable
{
    private static readonly ConcurrentDictionary<IEntityType, AttestedTable> Known = new();
    private readonly IReadOnlyList<IProperty> _keys;

    private AttestedTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        _keys = type.FindPrimaryKey()!.Properties;
        Columns = [.. type.GetProperties().Where(p => !_keys.Contains(p) && IsCovered(p)).OrderBy(NameOf, StringComparer.Ordinal)];
    }

    public string Name { get; }

    /// <summary>The covered columns beside the key, in the order in which they are written.</summary>
    public IReadOnlyList<IProperty> Columns { get; }

    /// <exception cref="InvalidOperationException">The entity is not <see cref="IAttested"/>.</exception>
    public static AttestedTable Of(IEntityType type) =>
        Is(type) ? Known.GetOrAdd(type, t => new(t)) : throw new InvalidOperationException($"{type.ClrType.Name} is not covered by a MAC.");

    public static bool Is(IEntityType type) => typeof(IAttested).IsAssignableFrom(type.ClrType);

    /// <summary>The id under which a row is reported to the administrators.</summary>
    public Guid IdOf(object row) =>
        _keys is [{ ClrType: var type }] && type == typeof(Guid)
            ? (Guid)Value(_keys[0], row)!
            : SealedAt.RowOf(string.Join(' ', _keys.Select(k => Value(k, row))));

    /// <summary>What the MAC of a row is made over; the same on every server.</summary>
    public ReadOnlySpan<byte> Text(object row) => Text(property => Value(property, row));

    public ReadOnlySpan<byte> Text(Func<IProperty, object?> value)
    {
        var text = new CanonicalText();
        text.Add(Name);
        foreach (var key in _keys)
            text.Add(NameOf(key), key, value(key));
        foreach (var column in Columns)
            text.Add(NameOf(column), column, value(column));
        return text.Written;
    }

    private static string NameOf(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<AttestedAttribute>(inherit: false)?.Name ?? property.Name;

    private static bool IsCovered(IProperty property) =>
        property.PropertyInfo?.IsDefined(typeof(AttestedAttribute), inherit: false) == true
        || property.Name is nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(property.DeclaringType.ClrType)
        || property.Name is nameof(IMarked.MacNo) && typeof(IMarked).IsAssignableFrom(property.DeclaringType.ClrType)
        || property.Name is nameof(ISealedRow.SealNo) && typeof(ISealedRow).IsAssignableFrom(property.DeclaringType.ClrType);

    private static object? Value(IProperty property, object row) => property.PropertyInfo!.GetValue(row);
}
