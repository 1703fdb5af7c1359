namespace Registry.Platform.Rows;

/// <summary>Marks an entity whose rows reveal nothing about a personal data subject [5.subject]; every other entity is declared by a store below.</summary>
/// <param name="why">What the rows are instead.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoSubjectAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
