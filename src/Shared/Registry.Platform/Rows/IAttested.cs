namespace Registry.Platform.Rows;

/// <summary>
/// A row that decisions rely on: the columns marked <see cref="AttestedAttribute"/> are covered by a MAC whose key is in no database. Each save that changes
/// one of them updates it; a nightly check recomputes them all.
/// </summary>
public interface IAttested
{
    /// <summary>HMAC-SHA-256 over table, key, version and covered columns; never empty for a row that the Base has written.</summary>
    byte[] Mac { get; set; }
}

/// <summary>The column is covered by its row's MAC. A statement that bypasses the change tracker must not change it.</summary>
/// <param name="name">Under which it goes into the MAC, where it is not the property's: a row keeps its MAC when the property is renamed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttestedAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
