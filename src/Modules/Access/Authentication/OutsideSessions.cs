using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Registry.Access.Model;
using Registry.Platform.Vault;

namespace Registry.Access.Authentication;

/// <summary>What a session keeps of the outside provider's: its token, sealed, as long as the session lasts, to end both together.</summary>
internal sealed class OutsideSessions(
    OutsideProviders providers,
    IOptionsMonitor<OpenIdConnectOptions> options,
    IConfiguration configuration,
    EndSessionForms forms,
    Vault vault,
    ILogger<OutsideSessions> log
)
{
    public const string Purpose = "session.outside-token";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Takes over from the pass of the sign-in what belongs to the session.</summary>
    public async Task MarkAsync(Session session, AuthenticationProperties? pass, CancellationToken ct)
    {
        if (pass is null)
            return;
        session.OutsidePass = Guid.TryParse(Of(pass, OutsideSignIn.Pass), out var once) ? once : null;
        if (Of(pass, OutsideSignIn.IdToken) is not { } token)
            return;
        session.SealedOutsideToken = (await vault.OfBaseAsync(ct)).Close(session, Purpose, token);
        session.OutsideSubject = Of(pass, OutsideSignIn.SubjectMark);
        session.OutsideSession = Of(pass, OutsideSignIn.SessionMark);
    }

    /// <summary>Null when the session came by password, or the provider ends none, or cannot be reached: ours ends all the same.</summary>
    public async Task<SignOutElsewhere?> WhereToEndAsync(Session session, CancellationToken ct)
    {
        if (session.SealedOutsideToken is not { } seal || providers.One is not { } provider)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var known = await options.Get(OutsideSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(patience.Token);
            // a form goes only where the page's policy lets it go: to the provider itself
            if (!Uri.TryCreate(known.EndSessionEndpoint, UriKind.Absolute, out var end) || !IsOf(provider.Authority, end))
                return null;
            var fields = new Dictionary<string, string>
            {
                ["client_id"] = provider.ClientId,
                ["post_logout_redirect_uri"] = new Uri(new Uri(configuration["Registry:SignIn:Authority"]!), "/sign-in").ToString(),
            };
            if (!await forms.AreTakenAsync(end, patience.Token))
                return new(QueryHelpers.AddQueryString(end.ToString(), fields!), null);
            fields["id_token_hint"] = (await vault.OfBaseAsync(ct)).Open<string>(session, Purpose, seal);
            return new(end.ToString(), fields);
        }
        catch (Exception problem)
            when (problem is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            log.Failed(problem.GetType().Name);
            return null;
        }
    }

    private static string? Of(AuthenticationProperties pass, string name) => pass.Items.TryGetValue(name, out var value) ? value : null;

    private static bool IsOf(Uri authority, Uri address) =>
        Uri.Compare(authority, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
