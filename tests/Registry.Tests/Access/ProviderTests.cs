using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.WebUtilities;
using Registry.Tests.Host;
using Registry.Tests.Integration;

namespace Registry.Tests.Access;

/// <summary>The embedded provider: exact redirect URIs, single-use codes, PKCE with SHA-256, each client its own grants (ASVS 10.4, 10.5.1).</summary>
[Clause("14.3", "15.2")]
public sealed class ProviderTests : IAsyncLifetime
{
    private const string Back = "http://localhost/signin-oidc";
    private const string Verifier = "a-verifier-of-the-test-that-has-more-than-forty-three-characters";
    private static readonly string Challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    private static Dictionary<string, string?> Asked(Action<Dictionary<string, string?>>? change = null)
    {
        var asked = new Dictionary<string, string?>
        {
            ["client_id"] = "registry-web",
            ["redirect_uri"] = Back,
            ["response_type"] = "code",
            ["scope"] = "openid",
            ["nonce"] = "n",
            ["state"] = "s",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        change?.Invoke(asked);
        return asked;
    }

    /// <summary>Someone who has entered only the password.</summary>
    private async Task<HttpClient> AtTheDoorAsync()
    {
        var browser = _host.Browser();
        await browser.PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = "kyzyl-alma-2026-demo" }).JsonAsync();
        return browser;
    }

    private static Task<HttpResponseMessage> AuthorizeAsync(HttpClient browser, Dictionary<string, string?> asked) =>
        browser.GetAsync(QueryHelpers.AddQueryString("/connect/authorize", asked));

    private async Task<string> CodeAsync()
    {
        var answer = await AuthorizeAsync(await AtTheDoorAsync(), Asked());
        Assert.StartsWith(Back, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    private Task<HttpResponseMessage> ExchangeAsync(string code, string? verifier = Verifier, string back = Back)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "registry-web",
            ["code"] = code,
            ["redirect_uri"] = back,
        };
        if (verifier is not null)
            form["code_verifier"] = verifier;
        return _host.Browser().PostAsync("/connect/token", new FormUrlEncodedContent(form));
    }

    [Theory]
    [InlineData(Back + "/")]
    [InlineData(Back + "?x=1")]
    [InlineData("http://localhost/Signin-oidc")]
    [InlineData("http://localhost.evil.example/signin-oidc")]
    [InlineData("https://evil.example/signin-oidc")]
    public async Task A_way_back_that_differs_is_none(string back)
    {
        var answer = await AuthorizeAsync(await AtTheDoorAsync(), Asked(a => a["redirect_uri"] = back));
        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Theory]
    [InlineData("plain", Verifier)]
    [InlineData(null, null)]
    public async Task Without_a_challenge_by_SHA256_there_is_no_code(string? method, string? challenge)
    {
        var answer = await AuthorizeAsync(
            await AtTheDoorAsync(),
            Asked(a =>
            {
                a["code_challenge"] = challenge;
                a["code_challenge_method"] = method;
                foreach (var empty in a.Where(x => x.Value is null).ToList())
                    a.Remove(empty.Key);
            })
        );
        Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? "", StringComparison.Ordinal);
        Assert.True(
            answer.StatusCode is HttpStatusCode.BadRequest
                || answer.Headers.Location!.Query.Contains("error=invalid_request", StringComparison.Ordinal),
            $"{answer.StatusCode} {answer.Headers.Location}"
        );
    }

    [Fact]
    public async Task A_code_works_once_with_its_verifier_and_its_way_back()
    {
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await ExchangeAsync(await CodeAsync(), "another-verifier-of-more-than-forty-three-characters")).StatusCode
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(await CodeAsync(), verifier: null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(await CodeAsync(), back: Back + "/")).StatusCode);
        var code = await CodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ExchangeAsync(code)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(code)).StatusCode);
        var late = await CodeAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(late)).StatusCode);
    }

    [Fact]
    public async Task A_client_has_its_own_grants_only()
    {
        var (_, secret) = await _host.RegisterClientAsync("schools", ["signals"], Road.AkSuu);
        foreach (var grant in new[] { "password", "refresh_token", "implicit", "urn:ietf:params:oauth:grant-type:device_code" })
        {
            var answer = await _host
                .Browser()
                .PostAsync(
                    "/connect/token",
                    new FormUrlEncodedContent(
                        new Dictionary<string, string>
                        {
                            ["grant_type"] = grant,
                            ["client_id"] = "schools",
                            ["client_secret"] = secret,
                            ["username"] = "holder.aksuu",
                            ["password"] = "kyzyl-alma-2026-demo",
                            ["refresh_token"] = "x",
                        }
                    )
                );
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        // the browser's client has no secret and gets no token in its own name; a system cannot sign anyone in
        Assert.NotEqual(HttpStatusCode.OK, (await _host.TokenAsync("registry-web", "")).StatusCode);
        var road = await AuthorizeAsync(await AtTheDoorAsync(), Asked(a => a["client_id"] = "schools"));
        Assert.DoesNotContain("code=", road.Headers.Location?.Query ?? "", StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
