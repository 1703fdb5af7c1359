using Microsoft.Extensions.Configuration;

namespace Registry.Access.Authentication;

/// <summary>
/// An OpenID Connect provider beside the Base, such as the state's (ЕСИ), by settings under <c>Registry:SignIn:Outside</c>. It says who a person is; whether that
/// person may use the Base, until when and where, stays with the Base's account [15.1, 15.2].
/// </summary>
/// <param name="PinClaim">The claim with the personal number.</param>
/// <param name="SecondFactorWhen">Values of <c>amr</c> or <c>acr</c> that count as a second factor; without any of them the Base requires its own.</param>
/// <param name="Issuer">What it calls itself in its description and tokens (ASVS 10.5.3); its address unless set.</param>
/// <param name="Algorithms">Accepted signature algorithms (ASVS 11.6.1); never a shared secret, never none.</param>
/// <param name="UntypedLogout">Accepts logout tokens that do not state their type (ASVS 10.5.5).</param>
/// <param name="Name">Shown on the button; null for the text of the reader's language.</param>
internal sealed record OutsideProvider(
    Uri Authority,
    string ClientId,
    string? ClientSecret,
    IReadOnlyList<string> Scopes,
    string PinClaim,
    IReadOnlySet<string> SecondFactorWhen,
    string Issuer,
    IReadOnlyList<string> Algorithms,
    bool UntypedLogout,
    string? Name
)
{
    public const string Section = "Registry:SignIn:Outside";
    private const string StandardAlgorithms = "PS256 ES256";

    /// <summary>What may be set: asymmetric ones.</summary>
    public static readonly IReadOnlyList<string> KnownAlgorithms =
    [
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
        "RS256",
        "RS384",
        "RS512",
    ];

    /// <summary>Null when no outside provider is set.</summary>
    public static OutsideProvider? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return section["Authority"] is { Length: > 0 } authority
            ? new(
                new Uri(authority),
                section["ClientId"] ?? "",
                section["ClientSecret"],
                Words(section["Scopes"] ?? "openid profile"),
                section["PinClaim"] ?? "pin",
                Words(section["SecondFactorWhen"]).ToHashSet(StringComparer.Ordinal),
                section["Issuer"] ?? authority,
                Words(section["Algorithms"] ?? StandardAlgorithms),
                section.GetValue("UntypedLogout", false),
                section["Name"]
            )
            : null;
    }

    private static string[] Words(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>The outside provider, if there is one.</summary>
internal sealed record OutsideProviders(OutsideProvider? One);
