using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Registry.Access.Database;
using Registry.Access.Jobs;
using Registry.Access.SignIn;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Signing in through the state's identity provider: it says who came, the Base says whether, until when and where.</summary>
[Clause("14.5", "15.2")]
public sealed class OutsideSignInTests : IAsyncLifetime
{
    private OutsideIdentity _provider = null!;
    private RegistryHost _host = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        _provider = await OutsideIdentity.StartAsync();
        _host = new() { More = _provider.Settings };
        _admin = await _host.SignedInAsync("admin");
    }

    private async Task<JsonElement> AccountAsync(string login) =>
        (await _admin.GetAsync($"/api/access/accounts?search={login}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == login);

    private async Task<string> PinOfAsync(string login)
    {
        var account = await _admin.GetAsync($"/api/access/accounts/{(await AccountAsync(login)).Id()}").JsonAsync();
        var specialist = await _admin.GetAsync($"/api/access/specialists/{account.Id("specialistId")}").JsonAsync();
        return specialist.GetProperty("specialist").Text("pin");
    }

    /// <summary>Over the provider and back; the page to which the browser comes in the end.</summary>
    private async Task<string> ThereAndBackAsync(HttpClient browser, string begin = "/auth/outside?to=/done")
    {
        var away = await browser.GetAsync(begin);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        if (away.Headers.Location!.ToString().StartsWith('/'))
            return away.Headers.Location.ToString();
        Assert.Contains("code_challenge_method=S256", away.Headers.Location.Query, StringComparison.Ordinal);
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = await there.GetAsync(away.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var arrived = await browser.GetAsync(back.Headers.Location!.PathAndQuery);
        return arrived.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> JudgeAsync(HttpClient browser, string? code = null) =>
        browser.PostAsync("/api/access/sign-in/outside", new { code });

    private async Task<HttpClient> CameInAsync(string login)
    {
        _provider.Pin = await PinOfAsync(login);
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
        await RegistryHost.FinishSignInAsync(browser);
        return browser;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Finds_the_account_by_the_personal_number_and_keeps_its_role_and_scope(bool fromUserInfo)
    {
        Assert.True((await _host.Browser().GetAsync("/api/access/sign-in/ways").JsonAsync()).GetProperty("outside").GetBoolean());
        _provider.PinFromUserInfo = fromUserInfo;
        _provider.Pin = await PinOfAsync("holder.aksuu");
        var browser = _host.Browser();
        Assert.Equal("/sign-in?outside=done&return=%2Fdone", await ThereAndBackAsync(browser));
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
        await RegistryHost.FinishSignInAsync(browser);
        var me = await browser.GetAsync("/api/access/me").JsonAsync();
        Assert.Equal("holder.aksuu", me.Text("login"));
        Assert.Equal(Road.AkSuu, me.Text("territory"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/access/accounts")).StatusCode);
        // the pass was used up with the sign-in
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Gone)).Text("code"));
    }

    [Fact]
    public async Task Never_makes_an_account_for_a_person_whom_the_Base_does_not_know()
    {
        var before = await CountAsync();
        _provider.Pin = "21505199912345";
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-none", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(before, await CountAsync());

        Task<(int, int)> CountAsync() =>
            _host.InScopeAsync(async s =>
            {
                var db = s.GetRequiredService<AccessDbContext>();
                return (await db.Accounts.CountAsync(), await db.Specialists.CountAsync());
            });
    }

    [Fact]
    public async Task Refuses_without_a_number_and_without_a_pass()
    {
        _provider.Pin = " ";
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-no-pin", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(_host.Browser()).JsonAsync(HttpStatusCode.Gone)).Text("code"));
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Gone)).Text("code"));
    }

    [Fact]
    public async Task Suspension_and_term_are_the_accounts_own()
    {
        _provider.Pin = await PinOfAsync("holder.aksuu");
        var account = await AccountAsync("holder.aksuu");
        var version = (await _admin.GetAsync($"/api/access/accounts/{account.Id()}")).Headers.ETag!.ToString();
        await _admin
            .PostAsync($"/api/access/accounts/{account.Id()}/suspend", new { reason = "Өргүүгө чыкты" }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.suspended", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        _provider.Pin = await PinOfAsync("unit.aksuu");
        _host.Clock.Advance(TimeSpan.FromDays(800));
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.expired", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    public async Task Two_active_accounts_of_one_number_are_told_apart_by_login_only()
    {
        var pin = await PinOfAsync("holder.aksuu");
        var of = await _admin.GetAsync($"/api/access/accounts/{(await AccountAsync("holder.aksuu")).Id()}").JsonAsync();
        await _admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = of.Id("specialistId"),
                    login = "second.aksuu",
                    access = new
                    {
                        role = "territorial-unit",
                        territory = Road.AkSuu,
                        validFrom = "2026-11-23",
                        validUntil = "2027-11-23",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        _provider.Pin = pin;
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-many", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    [Clause("26")]
    public async Task A_first_password_must_have_been_changed()
    {
        var of = await _admin.GetAsync($"/api/access/accounts/{(await AccountAsync("holder.aksuu")).Id()}").JsonAsync();
        var known = await _admin.GetAsync($"/api/access/specialists/{of.Id("specialistId")}").JsonAsync();
        var specialist = await _admin
            .PostAsync(
                "/api/access/specialists",
                new
                {
                    specialist = new
                    {
                        bodyId = known.GetProperty("specialist").Id("bodyId"),
                        surname = "Жаңыева",
                        name = "Келди",
                        pin = "10505198512345",
                        position = "Адис",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        await _admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = specialist.Id(),
                    login = "new.aksuu",
                    access = new
                    {
                        role = "holder",
                        territory = Road.AkSuu,
                        validFrom = "2026-11-23",
                        validUntil = "2027-11-23",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        _provider.Pin = "10505198512345";
        var browser = _host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.password-first", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Theory]
    [InlineData(null, "enrol-second-factor")]
    [InlineData("pwd", "enrol-second-factor")]
    [InlineData("mfa", "done")]
    [Clause("14.3")]
    public async Task The_second_factor_is_asked_unless_the_provider_asked_for_one(string? method, string next)
    {
        await using var host = new RegistryHost { More = new(_provider.Settings) { ["Registry:SignIn:SecondFactor"] = "true" } };
        _provider.Pin = await PinOfAsync("ministry");
        _provider.Method = method;
        var browser = host.Browser();
        await ThereAndBackAsync(browser);
        var answer = await JudgeAsync(browser).JsonAsync();
        Assert.Equal(next, answer.Text("next"));
        if (next == "done")
            return;
        Assert.Equal("sign-in.wrong-code", (await JudgeAsync(browser, "000000").JsonAsync(HttpStatusCode.Unauthorized)).Text("code"));
        var secret = SecondFactorTests.FromBase32(answer.GetProperty("enrolment").Text("secret"));
        var code = SecondFactor.CodeOf(secret, host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
        Assert.Equal("done", (await JudgeAsync(browser, code).JsonAsync()).Text("next"));
    }

    [Fact]
    public async Task Guessing_the_code_closes_the_account()
    {
        await using var host = new RegistryHost { More = new(_provider.Settings) { ["Registry:SignIn:SecondFactor"] = "true" } };
        _provider.Pin = await PinOfAsync("ministry");
        var browser = host.Browser();
        await ThereAndBackAsync(browser);
        await JudgeAsync(browser).JsonAsync();
        for (var i = 0; i < 5; i++)
            await JudgeAsync(browser, "000000").JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("sign-in.locked", (await JudgeAsync(browser, "000000").JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    public async Task Signing_out_here_ends_the_session_there()
    {
        var browser = await CameInAsync("holder.aksuu");
        var elsewhere = (await browser.PostAsync("/api/access/sign-out").JsonAsync()).GetProperty("elsewhere");
        Assert.Equal($"{_provider.Address}/end", elsewhere.Text("address"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        var fields = elsewhere.GetProperty("fields").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!);
        Assert.Equal("http://localhost/sign-in", fields["post_logout_redirect_uri"]);
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var ended = await there.PostAsync(elsewhere.Text("address"), new FormUrlEncodedContent(fields));
        Assert.StartsWith("http://localhost/sign-in", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(fields["id_token_hint"], _provider.EndedWith);
        // the page may send its form there and nowhere else
        var policy = (await _host.Browser().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"form-action 'self' {_provider.Address}", policy, StringComparison.Ordinal);
        Assert.Equal(0, await TokensKeptAsync());
    }

    private Task<int> TokensKeptAsync() =>
        _host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Sessions.CountAsync(x => x.SealedOutsideToken != null));

    [Fact]
    public async Task Signing_out_there_ends_the_session_here()
    {
        var browser = await CameInAsync("holder.aksuu");
        var byPassword = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_provider.LogoutToken(_host.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await byPassword.GetAsync("/api/access/me")).StatusCode);
        var account = (await AccountAsync("holder.aksuu")).Id();
        var entries = await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Journal.Where(e => e.Action == "SignOutFromOutside" && e.AboutId == account)
                .CountAsync()
        );
        Assert.Equal(1, entries);
    }

    private async Task<HttpStatusCode> PostAsync(string token) =>
        (
            await _host
                .Browser()
                .PostAsync("/signout-outside", new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = token }))
        ).StatusCode;

    [Fact]
    public async Task A_false_logout_ends_nothing()
    {
        var browser = await CameInAsync("holder.aksuu");
        var now = _host.Clock.GetUtcNow();
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
            _provider.LogoutToken(now, key: new(new RsaSecurityKey(other) { KeyId = "outside" }, SecurityAlgorithms.RsaSha256)),
            _provider.LogoutToken(now, key: new(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256)),
            _provider.LogoutToken(now, audience: "another"),
            _provider.LogoutToken(now.AddMinutes(-6)),
            _provider.LogoutToken(now, session),
            _provider.LogoutToken(now, new() { ["events"] = events }),
            _provider.LogoutToken(now, new(session) { ["events"] = events, ["nonce"] = "n" }),
            _provider.LogoutToken(now, new(session) { ["events"] = "logout" }),
        ];
        foreach (var token in tokens)
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(token));
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Browser().PostAsync("/signout-outside", (object?)null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task Whoever_turns_back_or_finds_the_provider_down_is_told_so()
    {
        var browser = _host.Browser();
        Assert.Equal("/sign-in?outside=cancelled&return=%2Fdone", await ThereAndBackAsync(browser));
        Assert.Equal("/sign-in?outside=failed", (await browser.GetAsync("/signin-outside?state=foreign")).Headers.Location?.ToString());
        await using var down = new RegistryHost
        {
            More = new(_provider.Settings) { ["Registry:SignIn:Outside:Authority"] = "http://127.0.0.1:9" },
        };
        Assert.Equal("/sign-in?outside=unavailable&return=%2Fdone", await ThereAndBackAsync(down.Browser()));
        // an address that leads away is not followed
        Assert.Equal(
            "/sign-in?outside=unavailable&return=%2Fauth%2Fbegin%3Fto%3D%2F",
            await ThereAndBackAsync(down.Browser(), "/auth/outside?to=//elsewhere.example")
        );
    }

    [Fact]
    public async Task What_a_session_keeps_of_the_provider_is_sealed_and_forgotten_when_it_is_over()
    {
        await CameInAsync("holder.aksuu");
        var seal = await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Sessions.Where(x => x.SealedOutsideToken != null).SingleAsync()
        );
        Assert.DoesNotContain("eyJ", System.Text.Encoding.Latin1.GetString(seal.SealedOutsideToken!), StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ForgetSignIns>().RunAsync(default);
            return 0;
        });
        Assert.Equal(0, await TokensKeptAsync());
    }

    [Fact]
    public async Task Specialists_of_an_older_Base_are_found_after_the_next_start()
    {
        var pin = await PinOfAsync("holder.aksuu");
        await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Specialists.ExecuteUpdateAsync(set => set.SetProperty(x => x.PinToken, (byte[]?)null))
        );
        await using var next = RegistryHost.On(_host.Folder, _provider.Settings);
        _provider.Pin = pin;
        var browser = next.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
