using Registry.Basics.Access;

namespace Registry.Access.Demo;

/// <summary>A user to try the Base with.</summary>
public sealed record DemoUser(string Login, string Password, Role Role, string? Territory, Guid AccountId, Guid SpecialistId);
