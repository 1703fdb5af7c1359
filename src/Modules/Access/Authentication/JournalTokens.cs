using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Journal;
using Registry.Web;

namespace Registry.Access.Authentication;

/// <summary>
/// Journals each token that a system gets, before the answer leaves, and counts those that are refused (ASVS 16.3.1). People's codes are exchanged here too; their
/// sign-in has an entry of its own.
/// </summary>
internal sealed class JournalTokens(AccessDbContext db, JournalWriter journal, TimeProvider clock)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ApplyTokenResponseContext>
{
    private const string Action = "IssueToken";
    private const string Way = "secret";

    public async ValueTask HandleAsync(OpenIddictServerEvents.ApplyTokenResponseContext context)
    {
        if (context.Transaction.GetHttpRequest()?.HttpContext is not { } http)
            return;
        if (context.Response.Error is { } error)
            http.CountRefusal(
                error == OpenIddictConstants.Errors.InvalidClient ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest
            );
        else if (context.Request?.IsClientCredentialsGrantType() == true)
            await journal.WriteAsync(
                new()
                {
                    At = clock.Utc(),
                    Action = Action,
                    Kind = JournalKind.Sign.Code(),
                    Outcome = StatusCodes.Status200OK,
                    AboutId = await db
                        .Clients.Where(c => c.ClientId == context.Request.ClientId)
                        .Select(c => (Guid?)c.Id)
                        .FirstOrDefaultAsync(http.RequestAborted),
                    Ip = http.Connection.RemoteIpAddress?.ToString(),
                    Paths = Way,
                }
            );
    }
}
