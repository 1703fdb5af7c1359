namespace Registry.Platform.Checks;

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

/// <summary>Keeps what a call comes upon as a finding at once, not only at night; the nightly check of that name drops it when it is settled.</summary>
public interface IFindings
{
    /// <summary>Keeps it once and notifies the administrators, in a transaction of its own.</summary>
    Task KeepAsync(string check, Finding found, CancellationToken ct);
}
