using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;

namespace Registry.Web;

/// <summary>Other state systems call below /api/v1 with a bearer token; no cookie opens these addresses and no token the others [12.2].</summary>
internal static class Integrators
{
    /// <summary>The provider's own way of judging the tokens that it gave.</summary>
    private const string Scheme = "OpenIddict.Validation.AspNetCore";
    private const string Subject = "sub";

    private static readonly ConcurrentDictionary<Guid, Minute> Counted = new();

    private sealed record Minute(long Number, int Count);

    public static bool Calls(HttpRequest request) => request.Path.StartsWithSegments("/api/v1");

    public static async Task FindAsync(HttpContext context)
    {
        // a user named by a cookie does not count here
        context.ForgetCaller();
        if (
            await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } principal }
            && Guid.TryParse(principal.FindFirst(Subject)?.Value, out var id)
            && await context
                .RequestServices.GetRequiredService<ICallers>()
                .FindClientAsync(id, context.Connection.RemoteIpAddress, context.RequestAborted)
                is { } caller
        )
            context.SetCaller(caller);
    }

    /// <summary>Counts the call in the running minute, on this host; a refused one learns when to come again.</summary>
    public static bool MayCall(HttpContext context, Caller system)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var number = now.ToUnixTimeSeconds() / 60;
        var minute = Counted.AddOrUpdate(
            system.AccountId,
            _ => new(number, 1),
            (_, before) => before.Number == number ? before with { Count = before.Count + 1 } : new(number, 1)
        );
        if (minute.Count <= system.CallsPerMinute)
            return true;
        context.Response.Headers.RetryAfter = (60 - now.Second).ToString(CultureInfo.InvariantCulture);
        return false;
    }
}
