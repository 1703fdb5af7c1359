namespace Registry.Platform.Checks;

/// <summary>
/// Looks once a night for what must never be there, such as an unassigned step. Register it with <c>services.AddScoped&lt;INightlyCheck, …&gt;()</c> and name it in
/// the module's texts as <c>check.{key}</c>; a finding makes the health Degraded, is shown on the operations page and the administrators are notified.
/// </summary>
public interface INightlyCheck
{
    /// <summary>Such as <c>steps-without-owner</c>.</summary>
    string Key { get; }

    /// <summary>All current problems; one no longer named counts as settled.</summary>
    Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct);
}

/// <param name="AboutId">The case, signal or step; never twice in one check.</param>
/// <param name="Number">Of the case or signal.</param>
public sealed record Finding(Guid AboutId, string? Number = null);

/// <summary>Records what a call comes upon as a finding at once, not only at night; the nightly check of that name drops it when it is settled.</summary>
public interface IFindings
{
    /// <summary>Records it once and notifies the administrators, in a transaction of its own.</summary>
    Task KeepAsync(string check, Finding found, CancellationToken ct);
}
