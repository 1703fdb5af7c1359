using Registry.Kernel.Purging;

namespace Registry.Kernel.Operations;

/// <summary>
/// Looks once a night for what must never be there, such as a step owed by nobody. Register it with <c>services.AddScoped&lt;INightlyCheck, …&gt;()</c> and name it in
/// the module's texts as <c>check.{key}</c>; what it finds makes the health Degraded, stands on the operations page and is told to the administrators.
/// </summary>
public interface INightlyCheck
{
    /// <summary>Such as <c>steps-without-owner</c>.</summary>
    string Key { get; }

    /// <summary>All that is wrong now; what is not named any more counts as settled.</summary>
    Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct);
}

/// <param name="AboutId">The case, signal or step; never twice in one check.</param>
/// <param name="Number">Of the case or signal.</param>
public sealed record Finding(Guid AboutId, string? Number = null);

/// <summary>What a nightly check found and finds still; replaced every night.</summary>
[Expires("ids and numbers that a nightly check found", "until the check does not find them any more", "kernel.run-nightly-checks")]
public sealed class CheckFinding
{
    public required string Check { get; init; }
    public Guid AboutId { get; init; }
    public string? Number { get; init; }

    /// <summary>When it was found first.</summary>
    public DateTime FoundAt { get; init; }
}
