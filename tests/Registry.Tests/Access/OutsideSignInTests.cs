using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Signing in through the state's identity provider: it identifies the person; the Base decides whether, until when and where to admit them.</summary>
[Clause("14.5", "15.2")]
public sealed class OutsideSignInTests : OutsideRoad
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Finds_the_account_by_the_personal_number_and_keeps_its_role_and_scope(bool fromUserInfo)
    {
        Assert.True((await Host.Browser().GetAsync("/api/access/sign-in/ways").JsonAsync()).GetProperty("outside").GetBoolean());
        Provider.PinFromUserInfo = fromUserInfo;
        Provider.Pin = await PinOfAsync("holder.aksuu");
        var browser = Host.Browser();
        Assert.Equal("/sign-in?outside=done&return=%2Fdone", await ThereAndBackAsync(browser));
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
        await RegistryHost.FinishSignInAsync(browser);
        var me = await browser.GetAsync("/api/access/me").JsonAsync();
        Assert.Equal("holder.aksuu", me.Text("login"));
        Assert.Equal(Road.AkSuu, me.Text("territory"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/access/accounts")).StatusCode);
        // the pass was consumed by the sign-in
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Gone)).Text("code"));
    }

    [Fact]
    public async Task Never_makes_an_account_for_a_person_whom_the_Base_does_not_know()
    {
        var before = await CountAsync();
        Provider.Pin = "21505199912345";
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-none", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(before, await CountAsync());

        Task<(int, int)> CountAsync() =>
            Host.InScopeAsync(async s =>
            {
                var db = s.GetRequiredService<AccessDbContext>();
                return (await db.Accounts.CountAsync(), await db.Specialists.CountAsync());
            });
    }

    [Fact]
    public async Task Refuses_without_a_number_and_without_a_pass()
    {
        Provider.Pin = " ";
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-no-pin", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(Host.Browser()).JsonAsync(HttpStatusCode.Gone)).Text("code"));
        Host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("sign-in.outside-gone", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Gone)).Text("code"));
    }

    [Fact]
    public async Task Suspension_and_term_are_the_accounts_own()
    {
        Provider.Pin = await PinOfAsync("holder.aksuu");
        var account = await AccountAsync("holder.aksuu");
        var version = (await Admin.GetAsync($"/api/access/accounts/{account.Id()}")).Headers.ETag!.ToString();
        await Admin
            .PostAsync($"/api/access/accounts/{account.Id()}/suspend", new { reason = "Өргүүгө чыкты", confirm = "holder.aksuu" }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.suspended", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Provider.Pin = await PinOfAsync("unit.aksuu");
        Host.Clock.Advance(TimeSpan.FromDays(800));
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.expired", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    public async Task Two_active_accounts_of_one_number_are_told_apart_by_login_only()
    {
        var pin = await PinOfAsync("holder.aksuu");
        var of = await Admin.GetAsync($"/api/access/accounts/{(await AccountAsync("holder.aksuu")).Id()}").JsonAsync();
        await Host.GrantAsync(of.Id("specialistId"), "second.aksuu", AccountTests.Access(territory: Road.Town));
        Provider.Pin = pin;
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("sign-in.outside-many", (await JudgeAsync(browser).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    [Clause("26")]
    public async Task A_first_password_must_have_been_changed()
    {
        var specialist = await Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345");
        await Host.GrantAsync(specialist, "new.aksuu", AccountTests.Access());
        Provider.Pin = "10505198512345";
        var browser = Host.Browser();
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
        await using var host = new RegistryHost { More = new(Provider.Settings) { ["Registry:SignIn:SecondFactor"] = "true" } };
        Provider.Pin = await PinOfAsync("ministry");
        Provider.Method = method;
        var browser = host.Browser();
        await ThereAndBackAsync(browser);
        var answer = await JudgeAsync(browser).JsonAsync();
        Assert.Equal(next, answer.Text("next"));
        if (next == "done")
            return;
        Assert.Equal("sign-in.wrong-code", (await JudgeAsync(browser, "000000").JsonAsync(HttpStatusCode.Unauthorized)).Text("code"));
        var secret = SecondFactorsOfUsers.FromBase32(answer.GetProperty("enrolment").Text("secret"));
        var code = SecondFactor.CodeOf(secret, host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
        Assert.Equal("done", (await JudgeAsync(browser, code).JsonAsync()).Text("next"));
    }

    [Fact]
    public async Task Guessing_the_code_becomes_slow_however_many_try_at_once()
    {
        await using var host = new RegistryHost { More = new(Provider.Settings) { ["Registry:SignIn:SecondFactor"] = "true" } };
        Provider.Pin = await PinOfAsync("ministry");
        var browser = host.Browser();
        await ThereAndBackAsync(browser);
        await JudgeAsync(browser).JsonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => JudgeAsync(browser, $"{i:D6}")));
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.Unauthorized));
        Assert.Equal(35, answers.Count(a => a.StatusCode is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Whoever_turns_back_or_finds_the_provider_down_is_told_so()
    {
        var browser = Host.Browser();
        Assert.Equal("/sign-in?outside=cancelled&return=%2Fdone", await ThereAndBackAsync(browser));
        Assert.Equal("/sign-in?outside=failed", (await browser.GetAsync("/signin-outside?state=foreign")).Headers.Location?.ToString());
        await using var down = new RegistryHost
        {
            More = new(Provider.Settings) { ["Registry:SignIn:Outside:Authority"] = "http://127.0.0.1:9" },
        };
        Assert.Equal("/sign-in?outside=unavailable&return=%2Fdone", await ThereAndBackAsync(down.Browser()));
        // an address on another host is not followed
        Assert.Equal(
            "/sign-in?outside=unavailable&return=%2Fauth%2Fbegin%3Fto%3D%2F",
            await ThereAndBackAsync(down.Browser(), "/auth/outside?to=//elsewhere.example")
        );
    }

    [Fact]
    public async Task A_foreign_link_does_not_start_the_road()
    {
        foreach (var (site, leads) in new[] { ("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/outside?to=/done");
            request.Headers.Add("Sec-Fetch-Site", site);
            var to = (await Host.Browser().SendAsync(request)).Headers.Location!.ToString();
            if (leads)
                Assert.StartsWith(Provider.Address, to, StringComparison.Ordinal);
            else
                Assert.Equal("/sign-in?return=%2Fdone", to);
        }
    }

    [Fact]
    public async Task A_redirect_of_the_provider_is_not_followed()
    {
        Provider.MetadataRedirect = "/moved";
        Assert.Equal("/sign-in?outside=unavailable&return=%2Fdone", await ThereAndBackAsync(Host.Browser()));
        Provider.MetadataRedirect = null;
        await using var next = RegistryHost.On(Host.Folder, Provider.Settings);
        Assert.StartsWith(
            Provider.Address,
            (await next.Browser().GetAsync("/auth/outside")).Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_provider_that_names_another_issuer_is_not_believed()
    {
        await using var host = RegistryHost.On(
            Host.Folder,
            new(Provider.Settings) { ["Registry:SignIn:Outside:Issuer"] = "https://esi.example" }
        );
        Assert.Equal("/sign-in?outside=unavailable&return=%2Fdone", await ThereAndBackAsync(host.Browser()));
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (
                await host.Browser()
                    .PostAsync(
                        "/signout-outside",
                        new FormUrlEncodedContent(
                            new Dictionary<string, string> { ["logout_token"] = Provider.LogoutToken(host.Clock.GetUtcNow()) }
                        )
                    )
            ).StatusCode
        );
    }

    [Fact]
    public async Task A_signature_that_is_not_among_those_set_lets_nobody_in()
    {
        await using var host = RegistryHost.On(
            Host.Folder,
            new(Provider.Settings) { ["Registry:SignIn:Outside:Algorithms"] = "ES256 RS256" }
        );
        Provider.Pin = await PinOfAsync("holder.aksuu");
        Assert.StartsWith("/sign-in?outside=failed", await ThereAndBackAsync(host.Browser()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialists_of_an_older_Base_are_found_after_the_next_start()
    {
        var pin = await PinOfAsync("holder.aksuu");
        await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Specialists.ExecuteUpdateAsync(set => set.SetProperty(x => x.PinToken, (byte[]?)null))
                .AttestedAsync<AccessDbContext, Specialist>(s)
        );
        await using var next = RegistryHost.On(Host.Folder, Provider.Settings);
        Provider.Pin = pin;
        var browser = next.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
    }
}
