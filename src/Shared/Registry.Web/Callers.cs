using Microsoft.AspNetCore.Http;
using Registry.Basics.Access;

namespace Registry.Web;

/// <summary>Finds the caller of a session; null when the session ended or the account is suspended, expired or locked out.</summary>
public interface ICallers
{
    /// <param name="attended">A person is behind the call: it counts as use of the session. A page that polls says so (<see cref="Unattended"/>).</param>
    Task<Caller?> FindAsync(Guid sessionId, bool attended, CancellationToken ct);

    /// <summary>Another state system by the subject of its token; null when it is revoked, expired or calls from another address.</summary>
    Task<Caller?> FindClientAsync(Guid clientId, System.Net.IPAddress? from, CancellationToken ct);
}

/// <summary>A page that polls every minute must not keep an unattended session open.</summary>
public static class Unattended
{
    public const string Header = "Registry-Unattended";

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header);
}

/// <summary>A page says whom it was opened for: when another person has signed in in the same browser since, nothing of it is taken for theirs.</summary>
public static class ExpectedAccount
{
    public const string Header = "Registry-Account";

    public static bool IsAnother(HttpRequest request, Caller caller) =>
        request.Headers[Header].ToString() is { Length: > 0 } expected && expected != caller.AccountId.ToString();
}

public static class CallerExtensions
{
    public static Caller? FindCaller(this HttpContext context) => CallContext.Of(context).Caller;

    /// <exception cref="InvalidOperationException">No one is signed in: the endpoint's guard was not consulted.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("No caller: the guard did not run.");

    internal static void ForgetCaller(this HttpContext context) => CallContext.Of(context).Caller = null;

    public static void SetCaller(this HttpContext context, Caller caller) => CallContext.Of(context).Caller = caller;
}
