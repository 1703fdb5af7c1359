namespace Registry.Platform.Keys;

/// <summary>A subject's key, wrapped by a master key that the database never sees.</summary>
internal sealed class WrappedKey
{
    public Guid SubjectId { get; init; }
    public required byte[] Wrapped { get; set; }

    /// <summary>Name of the master key that wraps it.</summary>
    public required string MasterKey { get; set; }
}
