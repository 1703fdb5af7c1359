using System.Security.Claims;

namespace Registry.Access.Authentication;

/// <summary>The two cookies: the provider's own, minutes long, and the session's.</summary>
internal static class AccessSchemes
{
    /// <summary>Says to the embedded provider who passed the sign-in page.</summary>
    public const string Provider = "registry.provider";

    /// <summary>The browser's session; all that a browser ever holds.</summary>
    public const string Session = "registry.session";

    public const string OpenIdConnect = "oidc";

    public const string Subject = "sub";
    public const string SessionId = "sid";

    /// <param name="sessionId">The session that the pass may begin.</param>
    public static ClaimsPrincipal PrincipalOf(Guid accountId, Guid sessionId) =>
        new(
            new ClaimsIdentity(
                [new Claim(Subject, accountId.ToString()), new Claim(SessionId, sessionId.ToString())],
                Provider,
                Subject,
                null
            )
        );

    public static Guid? IdOf(this ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirst(claim)?.Value, out var id) ? id : null;
}
