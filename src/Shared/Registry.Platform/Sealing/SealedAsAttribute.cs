namespace Registry.Platform.Sealing;

/// <summary>
/// Marks a sealed column and names the purposes for which it may be sealed, so that a row which goes over to another subject can be resealed without its module. A test
/// finds every sealed column without it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public class SealedAsAttribute(params string[] purposes) : Attribute
{
    public IReadOnlyList<string> Purposes { get; } = purposes;
}
