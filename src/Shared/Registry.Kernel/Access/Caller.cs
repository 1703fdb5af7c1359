using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Registry.Kernel.Access;

/// <summary>Who is calling, read anew from the database at every request, so that a change of rights is in force at once.</summary>
public sealed record Caller(
    Guid AccountId,
    Guid SessionId,
    Guid SpecialistId,
    Guid BodyId,
    string Role,
    FrozenSet<Permission> Permissions,
    DataScope Scope
)
{
    public bool May(Permission permission) => Permissions.Contains(permission);
}

/// <summary>Finds the caller of a session; null when the session ended or the account is suspended, expired or locked out.</summary>
public interface ICallers
{
    Task<Caller?> FindAsync(Guid sessionId, CancellationToken ct);
}

public static class CallerExtensions
{
    private static readonly object Key = new();

    public static Caller? FindCaller(this HttpContext context) => context.Items.TryGetValue(Key, out var caller) ? (Caller?)caller : null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint's guard was not asked.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("No caller: the guard did not run.");

    public static void SetCaller(this HttpContext context, Caller caller) => context.Items[Key] = caller;
}
