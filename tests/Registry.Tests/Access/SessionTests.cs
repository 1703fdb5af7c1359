using System.Net;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Web;

namespace Registry.Tests.Access;

/// <summary>An unattended session ends, and what has ended never comes back.</summary>
[Clause("14.3", "15.2")]
public sealed class SessionTests : IAsyncLifetime
{
    private const string Password = "kyzyl-alma-2026-demo";
    private readonly RegistryHost _host = new() { More = new() { ["Registry:SignIn:IdleMinutes"] = "30" } };
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private static async Task<HttpStatusCode> AsksAsync(HttpClient browser, bool unattended = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/access/me");
        if (unattended)
            request.Headers.Add(Unattended.Header, "1");
        return (await browser.SendAsync(request)).StatusCode;
    }

    private static async Task<List<JsonElement>> SessionsAsync(HttpClient browser, string query = "") =>
        [.. (await browser.GetAsync($"/api/access/me/sessions{query}").JsonAsync()).GetProperty("items").EnumerateArray()];

    private void Pass(int minutes) => _host.Clock.Advance(TimeSpan.FromMinutes(minutes));

    [Fact]
    public async Task Ends_after_thirty_minutes_without_use_and_use_keeps_it_open()
    {
        for (var i = 0; i < 4; i++)
        {
            Pass(minutes: 29);
            Assert.Equal(HttpStatusCode.OK, await AsksAsync(_holder));
        }
        Pass(minutes: 31);
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(_holder));
        // nor does a request bring it back
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(_holder));
    }

    [Fact]
    public async Task A_page_that_asks_by_itself_does_not_keep_it_open()
    {
        Pass(minutes: 20);
        Assert.Equal(HttpStatusCode.OK, await AsksAsync(_holder, unattended: true));
        Pass(minutes: 11);
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(_holder, unattended: true));
    }

    [Fact]
    public async Task Lasts_a_working_day_at_most_however_busy()
    {
        for (var i = 0; i < 35; i++)
        {
            Pass(minutes: 20);
            Assert.Equal(HttpStatusCode.OK, await AsksAsync(_holder));
        }
        Pass(minutes: 21);
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(_holder));
    }

    [Fact]
    public async Task All_sessions_are_listed_the_present_one_marked_and_each_can_be_ended()
    {
        var others = new List<HttpClient>();
        for (var i = 0; i < 24; i++)
            others.Add(await _host.SignedInAsync("holder.aksuu"));
        var first = await _holder.GetAsync("/api/access/me/sessions?size=20").JsonAsync();
        var second = await _holder.GetAsync($"/api/access/me/sessions?size=20&cursor={first.Text("next")}").JsonAsync();
        var all = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal(25, all.Count);
        Assert.Equal(25, all.Select(s => s.Id()).Distinct().Count());
        Assert.Single(all, s => s.GetProperty("isThisOne").GetBoolean());
        foreach (var session in all.Where(s => !s.GetProperty("isThisOne").GetBoolean()))
            await _holder.PostAsync($"/api/access/sessions/{session.Id()}/end").NothingAsync();
        foreach (var other in others)
            Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(other));
        var open = Assert.Single(await SessionsAsync(_holder, "?openOnly=true"));
        Assert.True(open.GetProperty("isThisOne").GetBoolean());
        Assert.Equal("open", open.Text("state"));
    }

    [Fact]
    public async Task An_administrator_sees_every_open_session_of_an_account()
    {
        for (var i = 0; i < 22; i++)
            await _host.SignedInAsync("holder.aksuu");
        var admin = await _host.SignedInAsync("admin");
        var id = (await admin.GetAsync("/api/access/accounts?search=holder.aksuu").JsonAsync()).GetProperty("items")[0].Id();
        var sessions = (await admin.GetAsync($"/api/access/accounts/{id}").JsonAsync()).GetProperty("sessions").EnumerateArray();
        Assert.Equal(23, sessions.Count(s => s.Text("state") == "open"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("body")]
    [InlineData("term")]
    public async Task What_a_suspension_or_the_end_of_a_term_ended_does_not_come_back(string how)
    {
        var admin = await _host.SignedInAsync("admin");
        var account = (await admin.GetAsync("/api/access/accounts?search=holder.aksuu").JsonAsync()).GetProperty("items")[0].Id();
        var one = await admin.GetAsync($"/api/access/accounts/{account}").JsonAsync();
        var (end, giveBack) = how switch
        {
            "account" => (
                (Func<Task>)(() => ActAsync($"accounts/{account}", "suspend", new { reason = "x", confirm = "holder.aksuu" })),
                (Func<Task>)(() => ActAsync($"accounts/{account}", "resume", null))
            ),
            "body" => await BodyAsync(),
            _ => (() => TermAsync("2026-11-22"), () => TermAsync("2027-11-23")),
        };
        await end();
        await giveBack();
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(_holder));
        Assert.Equal(HttpStatusCode.OK, await AsksAsync(await _host.SignedInAsync("holder.aksuu")));

        async Task ActAsync(string of, string act, object? body) =>
            await admin.PostAsync($"/api/access/{of}/{act}", body, await admin.VersionAsync($"/api/access/{of}")).NothingAsync();

        async Task<(Func<Task>, Func<Task>)> BodyAsync()
        {
            var specialist = await admin.GetAsync($"/api/access/specialists/{one.Id("specialistId")}").JsonAsync();
            var body = specialist.GetProperty("specialist").Id("bodyId");
            var name = await admin.NameToTypeAsync($"/api/access/bodies/{body}/consequences");
            return (
                () => ActAsync($"bodies/{body}", "suspend", new { reason = "x", confirm = name }),
                () => ActAsync($"bodies/{body}", "resume", null)
            );
        }

        Task TermAsync(string until) =>
            _host.ChangeAccessAsync(admin, "holder.aksuu", AccountTests.Access(from: "2026-01-01", until: until));
    }

    [Fact]
    public async Task What_ended_with_the_term_does_not_come_back_with_a_longer_one()
    {
        var admin = await _host.SignedInAsync("admin");
        await ChangeAsync("2026-11-23");
        var last = await _host.SignedInAsync("holder.alamudun");
        for (var i = 0; i < 28; i++) // 10:00 becomes midnight
        {
            Pass(minutes: 30);
            await AsksAsync(last);
            await AsksAsync(admin);
        }
        admin = await _host.SignedInAsync("admin");
        await ChangeAsync("2027-11-23");
        Assert.Equal(HttpStatusCode.Unauthorized, await AsksAsync(last));

        Task ChangeAsync(string until) =>
            _host.ChangeAccessAsync(
                admin,
                "holder.alamudun",
                AccountTests.Access(territory: Road.Alamudun, from: "2025-11-23", until: until)
            );
    }

    /// <summary>The pass cookie, as a thief would copy it.</summary>
    private async Task<(HttpClient Browser, string Pass)> AtTheDoorAsync()
    {
        var browser = _host.Browser();
        var answer = await browser.PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password });
        var pass = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("registry.provider=", StringComparison.Ordinal));
        return (browser, pass.Split(';')[0]);
    }

    /// <returns>Where the copied pass finally leads.</returns>
    private async Task<string> UseAsync(string pass)
    {
        var thief = _host.Browser();
        var answer = await thief.GetAsync("/auth/begin?to=/done");
        for (var i = 0; i < 4 && answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString() != "/done"; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
            request.Headers.Add("Cookie", pass);
            answer = await thief.SendAsync(request);
            if (answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) == true)
                return "/sign-in";
        }
        return answer.Headers.Location?.ToString() ?? $"{answer.StatusCode}";
    }

    [Fact]
    public async Task The_pass_from_the_sign_in_page_works_without_its_browser_but_once()
    {
        var (_, pass) = await AtTheDoorAsync();
        Assert.Equal("/done", await UseAsync(pass));
        Assert.Equal("/sign-in", await UseAsync(pass));
    }

    [Fact]
    public async Task A_sign_in_ends_the_session_that_the_browser_had()
    {
        var other = await _host.SignedInAsync("holder.aksuu");
        var before = (await SessionsAsync(_holder, "?openOnly=true")).Single(s => s.GetProperty("isThisOne").GetBoolean()).Id();
        await _holder.PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password }).JsonAsync();
        await RegistryHost.FinishSignInAsync(_holder);
        var open = await SessionsAsync(_holder, "?openOnly=true");
        Assert.DoesNotContain(open, s => s.Id() == before);
        // the one of another browser stays
        Assert.Equal(2, open.Count);
        Assert.Equal(HttpStatusCode.OK, await AsksAsync(other));
    }

    [Fact]
    public async Task Of_many_who_use_one_pass_at_once_one_gets_a_session()
    {
        var before = (await SessionsAsync(_holder)).Count;
        var (_, pass) = await AtTheDoorAsync();
        var led = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => UseAsync(pass)));
        Assert.Single(led, "/done");
        Assert.Equal(before + 1, (await SessionsAsync(_holder)).Count);
    }

    [Fact]
    public async Task A_pass_ends_with_two_minutes_with_the_sign_out_and_with_the_password()
    {
        var (_, late) = await AtTheDoorAsync();
        Pass(minutes: 3);
        Assert.Equal("/sign-in", await UseAsync(late));

        var (browser, left) = await AtTheDoorAsync();
        var (_, other) = await AtTheDoorAsync();
        await RegistryHost.FinishSignInAsync(browser);
        await browser.PostAsync("/api/access/sign-out").JsonAsync();
        Assert.Equal("/sign-in", await UseAsync(left));
        Assert.Equal("/sign-in", await UseAsync(other));

        var (_, before) = await AtTheDoorAsync();
        await _holder.PostAsync("/api/access/me/password", new { password = Password, newPassword = "төрт ала каз көлдө" }).NothingAsync();
        Assert.Equal("/sign-in", await UseAsync(before));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
