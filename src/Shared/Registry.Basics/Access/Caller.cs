using System.Collections.Frozen;

namespace Registry.Basics.Access;

/// <summary>Who is calling, read again from the database at every request, so that a change of rights is in force at once.</summary>
/// <param name="CallsPerMinute">For another state system: how many calls it may make in a minute.</param>
public sealed record Caller(
    Guid AccountId,
    Guid SessionId,
    Guid SpecialistId,
    Guid BodyId,
    Role Role,
    FrozenSet<Permission> Permissions,
    DataScope Scope,
    int? CallsPerMinute = null
)
{
    public bool May(Permission permission) => Permissions.Contains(permission);
}
