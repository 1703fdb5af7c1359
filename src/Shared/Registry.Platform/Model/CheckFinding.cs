using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>What a nightly check found and finds still; replaced every night.</summary>
[Expires("ids and numbers that a nightly check found", "until the check does not find them any more", "platform.run-nightly-checks")]
public sealed class CheckFinding
{
    public required string Check { get; init; }
    public Guid AboutId { get; init; }
    public string? Number { get; init; }

    /// <summary>When it was found first.</summary>
    public DateTime FoundAt { get; init; }
}
