using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Journal;

namespace Registry.Access.Authentication;

/// <summary>
/// Signing out at the outside provider signs out here too (OpenID Connect Back-Channel Logout 1.0): the provider posts a signed token that names the session
/// or the person. Journalled for each account whose session it ends.
/// </summary>
internal static class SignOutFromOutside
{
    public const string Path = "/signout-outside";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const string Action = "SignOutFromOutside";

    /// <summary>
    /// How the standard names such tokens (ASVS 10.5.5). Older providers say nothing but that it is a token: those are taken where
    /// <c>Registry:SignIn:Outside:UntypedLogout</c> allows it. An access token is none, whatever it holds.
    /// </summary>
    private static readonly string[] Typed = ["logout+jwt", "application/logout+jwt"];
    private static readonly string[] Untyped = ["", "JWT"];

    /// <summary>How far the token's time may lie from ours: older ones could be sent again by somebody else.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>How far the provider's clock may go wrong.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private const int LongestToken = 20_000;

    public static async Task<IResult> RunAsync(
        HttpContext context,
        IOptionsMonitor<OpenIdConnectOptions> options,
        OutsideProviders providers,
        AccessDbContext db,
        JournalWriter journal,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
            return Results.BadRequest();
        var token = (await context.Request.ReadFormAsync(ct))["logout_token"].ToString();
        (string? Subject, string? Session)? named;
        try
        {
            named = await ReadAsync(token, options.Get(OutsideSignIn.Scheme), providers.One!, clock, ct);
        }
        catch (InvalidOperationException)
        {
            // its keys cannot be had: the provider may post again
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (named is not var (subject, session))
            return Results.BadRequest();
        var ended = await db
            .Sessions.Where(s => s.EndedAt == null && (session != null ? s.OutsideSession == session : s.OutsideSubject == subject))
            .ToListAsync(ct);
        foreach (var one in ended)
            one.End(clock.Utc());
        await db.SaveChangesAsync(ct);
        foreach (var account in ended.Select(s => s.AccountId).Distinct())
            await journal.WriteAsync(
                new()
                {
                    At = clock.Utc(),
                    Action = Action,
                    Kind = JournalKind.Sign.Code(),
                    Outcome = StatusCodes.Status200OK,
                    AboutId = account,
                    Ip = context.Connection.RemoteIpAddress?.ToString(),
                }
            );
        return Results.Ok();
    }

    /// <summary>Null unless the token is the provider's, for this client, fresh, and a logout token.</summary>
    private static async Task<(string? Subject, string? Session)?> ReadAsync(
        string text,
        OpenIdConnectOptions options,
        OutsideProvider trusted,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (text.Length is 0 or > LongestToken)
            return null;
        var provider = await options.ConfigurationManager!.GetConfigurationAsync(ct);
        var verdict = await new JsonWebTokenHandler().ValidateTokenAsync(
            text,
            new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = options.ClientId,
                IssuerSigningKeys = provider.SigningKeys,
                ValidAlgorithms = trusted.Algorithms,
                // judged below by the Base's clock
                ValidateLifetime = false,
            }
        );
        if (
            !verdict.IsValid
            || verdict.SecurityToken is not JsonWebToken token
            || !(Typed.Contains(token.Typ) || (trusted.UntypedLogout && Untyped.Contains(token.Typ ?? "")))
            || (token.IssuedAt - clock.Utc()).Duration() > Fresh
            || IsOutOfTime(token, clock.Utc())
            || token.TryGetPayloadValue<object>("nonce", out _)
            || !token.TryGetPayloadValue<JsonElement>("events", out var events)
            || events.ValueKind is not JsonValueKind.Object
            || !events.TryGetProperty(Event, out _)
        )
            return null;
        token.TryGetPayloadValue<string>("sub", out var subject);
        token.TryGetPayloadValue<string>("sid", out var session);
        var marks = (OutsideSignIn.Mark(subject), OutsideSignIn.Mark(session));
        return marks is (null, null) ? null : marks;
    }

    /// <summary>The beginning and the end of a token that names them (ASVS 9.2.1).</summary>
    private static bool IsOutOfTime(JsonWebToken token, DateTime now) =>
        (token.ValidTo != DateTime.MinValue && now - Skew >= token.ValidTo)
        || (token.ValidFrom != DateTime.MinValue && now + Skew < token.ValidFrom);
}
