namespace Registry.Platform.Rows;

/// <summary>Marks an entity that names a child or a case and does not follow when two cards become one; another row that names the same child goes.</summary>
/// <param name="why">Why it stays, or what it follows instead.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaysWithCardAttribute(string why) : Attribute
{
    public string Why => why;
}
