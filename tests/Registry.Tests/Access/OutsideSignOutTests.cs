using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Anyone who came by the state's identity provider is signed out on both sides, whichever they leave first.</summary>
[Clause("14.5", "15.2")]
public sealed class OutsideSignOutTests : OutsideRoad
{
    [Fact]
    public async Task Signing_out_here_ends_the_session_there()
    {
        var browser = await CameInAsync("holder.aksuu");
        var elsewhere = (await browser.PostAsync("/api/access/sign-out").JsonAsync()).GetProperty("elsewhere");
        Assert.Equal($"{Provider.Address}/end", elsewhere.Text("address"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        var fields = elsewhere.GetProperty("fields").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!);
        Assert.Equal("http://localhost/sign-in", fields["post_logout_redirect_uri"]);
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var ended = await there.PostAsync(elsewhere.Text("address"), new FormUrlEncodedContent(fields));
        Assert.StartsWith("http://localhost/sign-in", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(fields["id_token_hint"], Provider.EndedWith);
        // the page may send its form there and nowhere else
        var policy = (await Host.Browser().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"form-action 'self' {Provider.Address}", policy, StringComparison.Ordinal);
        Assert.Equal(0, await TokensKeptAsync());
    }

    [Fact]
    public async Task A_provider_that_ends_sessions_by_an_address_only_is_gone_to_without_what_names_the_person()
    {
        Provider.EndsByAddressOnly = true;
        var browser = await CameInAsync("holder.aksuu");
        var elsewhere = (await browser.PostAsync("/api/access/sign-out").JsonAsync()).GetProperty("elsewhere");
        Assert.False(elsewhere.TryGetProperty("fields", out var fields) && fields.ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.DoesNotContain("eyJ", elsewhere.Text("address"), StringComparison.Ordinal);
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var ended = await there.GetAsync(elsewhere.Text("address"));
        Assert.StartsWith("http://localhost/sign-in", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task The_word_of_the_provider_lets_in_once()
    {
        Provider.Pin = await PinOfAsync("holder.aksuu");
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => JudgeAsync(browser)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
    }

    private Task<int> TokensKeptAsync() =>
        Host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Sessions.CountAsync(x => x.SealedOutsideToken != null));

    [Fact]
    public async Task Signing_out_there_ends_the_session_here()
    {
        var browser = await CameInAsync("holder.aksuu");
        var byPassword = await Host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Provider.LogoutToken(Host.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await byPassword.GetAsync("/api/access/me")).StatusCode);
        var account = (await AccountAsync("holder.aksuu")).Id();
        var entries = await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Journal.Where(e => e.Action == "SignOutFromOutside" && e.AboutId == account)
                .CountAsync()
        );
        Assert.Equal(1, entries);
    }

    private async Task<HttpStatusCode> PostAsync(string token) =>
        (
            await Host.Browser()
                .PostAsync("/signout-outside", new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = token }))
        ).StatusCode;

    [Fact]
    public async Task A_false_logout_ends_nothing()
    {
        var browser = await CameInAsync("holder.aksuu");
        var now = Host.Clock.GetUtcNow();
        var session = new Dictionary<string, object> { ["sid"] = "state-session-1" };
        var events = new Dictionary<string, object>
        {
            ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(),
        };
        using var other = RSA.Create(2048);
        string[] tokens =
        [
            "",
            "no.token.at-all",
            Provider.LogoutToken(now, key: new(new RsaSecurityKey(other) { KeyId = "outside" }, SecurityAlgorithms.RsaSha256)),
            Provider.LogoutToken(now, key: new(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256)),
            Provider.LogoutToken(now, audience: "another"),
            Provider.LogoutToken(now.AddMinutes(-6)),
            Provider.LogoutToken(now, session),
            Provider.LogoutToken(now, new() { ["events"] = events }),
            Provider.LogoutToken(now, new(session) { ["events"] = events, ["nonce"] = "n" }),
            Provider.LogoutToken(now, new(session) { ["events"] = "logout" }),
            Provider.LogoutToken(now, new(session) { ["events"] = events, ["exp"] = now.AddMinutes(-2).ToUnixTimeSeconds() }),
            Provider.LogoutToken(now, new(session) { ["events"] = events, ["nbf"] = now.AddMinutes(2).ToUnixTimeSeconds() }),
            Provider.LogoutToken(now, type: "JWT"),
            Provider.LogoutToken(now, type: "at+jwt"),
        ];
        foreach (var token in tokens)
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(token));
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.Browser().PostAsync("/signout-outside", (object?)null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task A_logout_that_does_not_say_what_it_is_counts_where_a_setting_allows_it()
    {
        await using var lenient = new RegistryHost { More = new(Provider.Settings) { ["Registry:SignIn:Outside:UntypedLogout"] = "true" } };
        async Task<HttpStatusCode> AskAsync(string? type) =>
            (
                await lenient
                    .Browser()
                    .PostAsync(
                        "/signout-outside",
                        new FormUrlEncodedContent(
                            new Dictionary<string, string>
                            {
                                ["logout_token"] = Provider.LogoutToken(lenient.Clock.GetUtcNow(), type: type),
                            }
                        )
                    )
            ).StatusCode;
        Assert.Equal(HttpStatusCode.OK, await AskAsync("JWT"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("logout+jwt"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync("at+jwt"));
    }

    [Fact]
    public async Task What_a_session_keeps_of_the_provider_is_sealed_and_forgotten_when_it_is_over()
    {
        await CameInAsync("holder.aksuu");
        var seal = await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Sessions.Where(x => x.SealedOutsideToken != null).SingleAsync()
        );
        Assert.DoesNotContain("eyJ", System.Text.Encoding.Latin1.GetString(seal.SealedOutsideToken!), StringComparison.Ordinal);
        Host.Clock.Advance(TimeSpan.FromDays(2));
        await Host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ForgetSignIns>().RunAsync(default);
            return 0;
        });
        Assert.Equal(0, await TokensKeptAsync());
    }
}
