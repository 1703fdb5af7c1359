using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Registry.Access.Database;
using Registry.Access.Jobs;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Whoever came by the state's identity provider leaves at both sides, whichever of them they leave first.</summary>
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
        ];
        foreach (var token in tokens)
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(token));
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.Browser().PostAsync("/signout-outside", (object?)null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/access/me")).StatusCode);
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
