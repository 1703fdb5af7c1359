using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Integration;
using Registry.Web;

namespace Registry.Tests.Access;

/// <summary>Who did and read what, for those responsible for the Base [28].</summary>
[Clause("28", "14.3", "15.6")]
public sealed class JournalTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;
    private HttpClient _holder = null!;

    public async Task InitializeAsync()
    {
        _admin = await _host.SignedInAsync("admin");
        _holder = await _host.SignedInAsync("holder.aksuu");
    }

    [Fact]
    public async Task Shows_who_has_seen_a_child()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var unit = await _host.SignedInAsync("unit.aksuu");
        await unit.CardAsync(child);
        await (await _host.SignedInAsync("holder.alamudun")).GetAsync($"/api/children/cards/{child}");
        var seen = (await _admin.GetAsync($"/api/access/journal/of-child/{child}?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Contains(
            seen,
            e => e.Text("login") == "unit.aksuu" && e.Text("action") == "GetCard" && e.GetProperty("outcome").GetInt32() == 200
        );
        // an attempt from outside the scope is recorded too
        Assert.Contains(seen, e => e.Text("login") == "holder.alamudun" && e.GetProperty("outcome").GetInt32() == 404);
        Assert.DoesNotContain(seen, e => e.Text("login") == "central");
    }

    [Fact]
    public async Task A_search_that_showed_the_child_is_among_its_entries()
    {
        var child = (await _holder.OpenCardAsync(Road.NewIdentity("Журналова"))).Id("childId");
        await _holder.PostAsync("/api/children/search", new { text = "Журналова" }).JsonAsync();
        var seen = (await _admin.GetAsync($"/api/access/journal/of-child/{child}?size=100").JsonAsync()).GetProperty("items");
        Assert.Contains(seen.EnumerateArray(), e => e.Text("action") == "SearchChildren" && e.GetProperty("children").GetInt32() >= 1);
    }

    private async Task<List<JsonElement>> EntriesAsync(RegistryHost host, string action, HttpClient? admin = null) =>
        [
            .. (await (admin ?? await host.SignedInAsync("admin")).GetAsync($"/api/access/journal?action={action}&size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private static string WayOf(JsonElement entry) =>
        string.Join(';', entry.GetProperty("paths").EnumerateArray().Select(p => p.GetString()));

    [Fact]
    public async Task Tokens_of_systems_are_journalled_given_or_refused()
    {
        var (id, secret) = await _host.RegisterClientAsync("schools", ["signals"], Road.AkSuu);
        Assert.Equal(HttpStatusCode.OK, (await _host.TokenAsync("schools", secret)).StatusCode);
        var given = Assert.Single(await EntriesAsync(_host, "IssueToken", _admin));
        Assert.Equal((id, "secret", "sign"), (given.Id("aboutId"), WayOf(given), given.Text("kind")));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.TokenAsync("schools", "0" + secret[1..] + "0")).StatusCode);
        await _host.TokenAsync("nobody", secret);
        await _host.Service<AnonymousRefusals>().FlushAsync();
        var refused = Assert.Single(await EntriesAsync(_host, AnonymousRefusals.Action, _admin));
        Assert.Equal((4, "401 POST /connect/token"), (refused.GetProperty("count").GetInt32(), WayOf(refused)));
        Assert.Single(await EntriesAsync(_host, "IssueToken", _admin));
    }

    [Fact]
    public async Task A_sign_in_says_by_which_factor()
    {
        Assert.Contains(await EntriesAsync(_host, "SignIn", _admin), e => WayOf(e) == "password");
        await using var host = new RegistryHost { More = new() { ["Registry:SignIn:SecondFactor"] = "true" } };
        await host.SignedInAsync("holder.aksuu");
        await host.SignedInAsync("holder.aksuu");
        var browser = host.Browser();
        await browser.PostAsync(
            "/api/access/sign-in",
            new
            {
                login = "holder.aksuu",
                password = "kyzyl-alma-2026-demo",
                code = "000000",
            }
        );
        var admin = await host.SignedInAsync("admin");
        var ways = (await EntriesAsync(host, "SignIn", admin)).Select(e => $"{e.GetProperty("outcome").GetInt32()} {WayOf(e)}").ToList();
        // by an app while enrolling, later by a recovery code; and the failed attempt
        Assert.Contains("200 password, app", ways);
        Assert.Contains("200 password, recovery code", ways);
        Assert.Contains("401 password, app", ways);
    }

    [Fact]
    public async Task Is_filtered_by_user_action_refusal_and_day()
    {
        await _holder.GetAsync("/api/access/accounts");
        var me = (await _holder.GetAsync("/api/access/me").JsonAsync()).Id("accountId");
        var refused = (await _admin.GetAsync($"/api/access/journal?accountId={me}&refused=true&from=2026-11-23&to=2026-11-23").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.All(refused, e => Assert.Equal("holder.aksuu", e.Text("login")));
        Assert.Contains(refused, e => e.Text("action") == "ListAccounts" && e.GetProperty("outcome").GetInt32() == 403);
        var none = (await _admin.GetAsync($"/api/access/journal?accountId={me}&to=2026-11-22").JsonAsync()).GetProperty("items");
        Assert.Equal(0, none.GetArrayLength());
        var one = (await _admin.GetAsync("/api/access/journal?action=ReadUnusualUse").JsonAsync()).GetProperty("items");
        Assert.All(one.EnumerateArray(), e => Assert.Equal("ReadUnusualUse", e.Text("action")));
    }

    [Fact]
    public async Task Is_read_page_by_page_without_a_gap()
    {
        for (var i = 0; i < 30; i++)
            await _holder.GetAsync("/api/access/me");
        var seen = new List<long>();
        var cursor = "";
        for (var page = 0; page < 4; page++)
        {
            var answer = await _admin.GetAsync($"/api/access/journal?action=MyAccount&size=10{cursor}").JsonAsync();
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("seq").GetInt64()));
            if (answer.GetProperty("next").GetString() is not { } next)
                break;
            cursor = $"&cursor={next}";
        }
        Assert.True(seen.Count >= 30);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Is_exported_and_no_cell_starts_a_formula()
    {
        var file = await _admin.GetStringAsync("/api/access/journal/export?from=2026-11-23&to=2026-11-23");
        Assert.StartsWith("\"seq\";\"at\";\"login\"", file.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("SignIn", file, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)\"?[=+@]", file);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _admin.GetAsync("/api/access/journal/export?from=2025-01-01&to=2026-11-23")).StatusCode
        );
    }

    [Fact]
    public async Task Unusual_use_is_listed()
    {
        for (var i = 0; i < 10; i++)
            await _holder.GetAsync("/api/access/accounts");
        // after the access was suspended
        var accounts = (await _admin.GetAsync("/api/access/accounts?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        var police = accounts.Single(a => a.Text("login") == "police.aksuu").Id();
        var version = await _admin.VersionAsync($"/api/access/accounts/{police}");
        await _admin
            .PostAsync($"/api/access/accounts/{police}/suspend", new { reason = "x", confirm = "police.aksuu" }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        await _host.Browser().PostAsJsonAsync("/api/access/sign-in", new { login = "police.aksuu", password = "kyzyl-alma-2026-demo" });
        // at night
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
        var night = await _host.SignedInAsync("unit.aksuu");
        for (var i = 0; i < 20; i++)
            await night.GetAsync("/api/access/me");
        _admin = await _host.SignedInAsync("admin");
        var unusual = (await _admin.GetAsync("/api/access/journal/unusual").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(unusual, u => u.Text("kind") == "repeated-refusals" && u.Text("login") == "holder.aksuu");
        Assert.Contains(unusual, u => u.Text("kind") == "after-expiry" && u.Text("login") == "police.aksuu");
        Assert.Contains(unusual, u => u.Text("kind") == "odd-hours" && u.Text("login") == "unit.aksuu" && u.Text("on") == "2026-11-24");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
