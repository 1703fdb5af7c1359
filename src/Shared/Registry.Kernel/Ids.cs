namespace Registry.Kernel;

/// <summary>Makes identifiers.</summary>
public static class Ids
{
    /// <summary>A UUID of version 7: sorts by the time it was made, so that rows land at the end of an index.</summary>
    public static Guid New() => Guid.CreateVersion7();

    /// <summary>An unguessable identifier, for what is a secret by itself.</summary>
    public static Guid Random() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
