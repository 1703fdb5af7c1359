using Registry.Basics.Access;

namespace Registry.Platform.Access;

/// <summary>Whether children lie within a caller's scope now; the Children module knows.</summary>
public interface ISubjectScope
{
    /// <returns>False when one of them exists outside the scope. A child that no longer exists is in no scope and is ignored.</returns>
    Task<bool> CoversAsync(DataScope scope, IReadOnlyCollection<Guid> subjects, CancellationToken ct);
}
