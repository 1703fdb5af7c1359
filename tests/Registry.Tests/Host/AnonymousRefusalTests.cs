using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>Anonymous callers are rate limited, and can fill neither the journal nor the disk [28].</summary>
[Clause("28", "14.3")]
public sealed class AnonymousRefusalTests : IDisposable
{
    private const string Address = "203.0.113.7";
    private readonly RegistryHost _host = new() { With = services => services.AddSingleton<IStartupFilter, TestAddresses>() };

    public void Dispose() => _host.Dispose();

    private HttpClient From(string address)
    {
        var browser = _host.Browser();
        browser.DefaultRequestHeaders.Add(TestAddresses.Header, address);
        return browser;
    }

    private static async Task<List<JsonElement>> EntriesAsync(RegistryHost host)
    {
        var admin = await host.SignedInAsync("admin");
        return
        [
            .. (await admin.GetAsync($"/api/access/journal?action={AnonymousRefusals.Action}&size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray(),
        ];
    }

    private static List<string> PathsOf(JsonElement entry) => [.. entry.GetProperty("paths").EnumerateArray().Select(p => p.GetString()!)];

    [Fact]
    public async Task Three_hundred_refusals_of_an_address_in_a_minute_are_one_entry()
    {
        var stranger = From(Address);
        for (var i = 0; i < 100; i++)
        {
            await stranger.GetAsync("/api/children/signals").RefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
            await stranger.GetAsync("/api/wp-admin/setup.php").RefusedAsync(HttpStatusCode.NotFound, "not-found");
            await stranger.PostAsJsonAsync("/api/children/search", new { text = "Асанов" });
        }
        var first = _host.Clock.GetUtcNow().UtcDateTime;
        _host.Clock.Advance(TimeSpan.FromSeconds(40));
        await stranger.GetAsync("/api/children/signals");
        await From("203.0.113.8").GetAsync("/api/children/signals");
        await _host.Service<AnonymousRefusals>().FlushAsync();

        var entries = await EntriesAsync(_host);
        Assert.Equal(2, entries.Count);
        var entry = entries.Single(e => e.Text("ip") == Address);
        Assert.Equal(301, entry.GetProperty("count").GetInt32());
        Assert.Equal(401, entry.GetProperty("outcome").GetInt32());
        Assert.Equal(first, entry.GetProperty("at").GetDateTime().ToUniversalTime(), TimeSpan.FromSeconds(5));
        Assert.True(entry.GetProperty("until").GetDateTime() - entry.GetProperty("at").GetDateTime() >= TimeSpan.FromSeconds(40));
        Assert.Equal(["401 ListSignals", "404 GET /api/wp-admin/setup.php", "401 SearchChildren"], PathsOf(entry));
    }

    [Fact]
    public async Task Refusals_of_somebody_signed_in_stay_one_entry_each()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        for (var i = 0; i < 3; i++)
            await holder.GetAsync("/api/access/accounts").RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        await _host.Service<AnonymousRefusals>().FlushAsync();
        var admin = await _host.SignedInAsync("admin");
        var refused = (await admin.GetAsync("/api/access/journal?action=ListAccounts&refused=true").JsonAsync()).GetProperty("items");
        Assert.Equal(3, refused.EnumerateArray().Count(e => e.Text("login") == "holder.aksuu" && e.GetProperty("count").GetInt32() == 1));
        Assert.DoesNotContain(await EntriesAsync(_host), e => PathsOf(e).Any(p => p.Contains("ListAccounts", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wrong_password_stays_an_entry_that_names_the_account()
    {
        await From(Address).PostAsJsonAsync("/api/access/sign-in", new { login = "holder.aksuu", password = "not-this-one-at-all" });
        var admin = await _host.SignedInAsync("admin");
        var tries = (await admin.GetAsync("/api/access/journal?action=SignIn&refused=true").JsonAsync()).GetProperty("items");
        Assert.Contains(tries.EnumerateArray(), e => e.Text("ip") == Address && e.GetProperty("aboutId").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task Numbers_and_strange_letters_of_an_address_are_not_kept_and_no_more_than_twenty_paths()
    {
        var stranger = From(Address);
        await stranger.GetAsync("/api/find/21510201012345/\u0410\u0441\u0430\u043d");
        for (var i = 0; i < 30; i++)
            await stranger.GetAsync($"/api/guess/{(char)('a' + (i % 26))}{i}");
        await _host.Service<AnonymousRefusals>().FlushAsync();
        var paths = PathsOf(Assert.Single(await EntriesAsync(_host)));
        Assert.Equal("404 GET /api/find/#/#", paths[0]);
        Assert.Equal(AnonymousRefusals.MostPaths + 1, paths.Count);
        Assert.Equal("…", paths[^1]);
    }

    [Fact]
    public async Task Addresses_beyond_a_thousand_share_one_entry()
    {
        var stranger = _host.Browser();
        for (var i = 0; i < AnonymousRefusals.MostAddresses + 50; i++)
        {
            using var call = new HttpRequestMessage(HttpMethod.Get, "/api/children/signals");
            call.Headers.Add(TestAddresses.Header, $"198.51.{i / 250}.{i % 250}");
            await stranger.SendAsync(call);
        }
        var before = await CountAsync();
        await _host.Service<AnonymousRefusals>().FlushAsync();
        Assert.Equal(AnonymousRefusals.MostAddresses + 1, await CountAsync() - before);
    }

    private Task<long> CountAsync() =>
        _host.InScopeAsync(services => services.GetRequiredService<PlatformDbContext>().Journal.LongCountAsync());

    [Fact]
    public async Task An_address_that_asks_too_often_waits_and_who_is_signed_in_there_does_not()
    {
        using var host = new RegistryHost
        {
            With = services => services.AddSingleton<IStartupFilter, TestAddresses>(),
            More = new() { ["Registry:Limits:Anonymous:PerMinute"] = "60" },
        };
        var holder = await host.SignedInAsync("holder.aksuu");
        var stranger = host.Browser();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 100 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
            last = await stranger.GetAsync("/api/children/signals");
        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.True(last.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        await stranger.GetAsync("/api/children/signals").RefusedAsync(HttpStatusCode.TooManyRequests, "rate-limited");
        await holder.GetAsync("/api/children/signals").JsonAsync();
        // another household is not locked out
        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/children/signals");
        other.Headers.Add(TestAddresses.Header, "203.0.113.9");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(other)).StatusCode);
    }

    [Fact]
    public async Task What_has_come_together_is_written_when_the_host_stops()
    {
        var folder = RegistryHost.NewFolder("registry-");
        try
        {
            await using (var host = RegistryHost.On(folder))
                for (var i = 0; i < 7; i++)
                    await host.Browser().GetAsync("/api/children/signals").RefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
            await using var again = RegistryHost.On(folder);
            var entry = Assert.Single(await EntriesAsync(again));
            Assert.Equal(7, entry.GetProperty("count").GetInt32());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
