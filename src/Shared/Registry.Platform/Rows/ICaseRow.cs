using Registry.Basics.Access;

namespace Registry.Platform.Rows;

/// <summary>A row about a child that lies where the child's case lies: a transfer takes it along.</summary>
public interface ICaseRow
{
    Guid ChildId { get; }

    /// <summary>See <see cref="ITerritorial.District"/>.</summary>
    string District { get; }
}

/// <summary>A row with a child and a territory of its own that a transfer does not touch.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaysBehindAttribute(string why) : Attribute
{
    public string Why => why;
}
