namespace Registry.Access.Demo;

/// <summary>A user to try the Base with.</summary>
public sealed record DemoUser(string Login, string Password, string Role, string? Territory, Guid AccountId, Guid SpecialistId);
