using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>A host that trusts a provider of its own, and the way through it and back.</summary>
public abstract class OutsideRoad : IAsyncLifetime
{
    private protected OutsideIdentity Provider { get; private set; } = null!;
    protected RegistryHost Host { get; private set; } = null!;
    protected HttpClient Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await OutsideIdentity.StartAsync();
        Host = new() { More = Provider.Settings };
        Admin = await Host.SignedInAsync("admin");
    }

    protected async Task<JsonElement> AccountAsync(string login) =>
        (await Admin.GetAsync($"/api/access/accounts?search={login}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == login);

    protected async Task<string> PinOfAsync(string login)
    {
        var account = await Admin.GetAsync($"/api/access/accounts/{(await AccountAsync(login)).Id()}").JsonAsync();
        var specialist = await Admin.GetAsync($"/api/access/specialists/{account.Id("specialistId")}").JsonAsync();
        return specialist.GetProperty("specialist").Text("pin");
    }

    /// <summary>Through the provider and back; returns the page on which the browser ends up.</summary>
    protected async Task<string> ThereAndBackAsync(HttpClient browser, string begin = "/auth/outside?to=/done")
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

    protected static Task<HttpResponseMessage> JudgeAsync(HttpClient browser, string? code = null) =>
        browser.PostAsync("/api/access/sign-in/outside", new { code });

    protected async Task<HttpClient> CameInAsync(string login)
    {
        Provider.Pin = await PinOfAsync(login);
        var browser = Host.Browser();
        await ThereAndBackAsync(browser);
        Assert.Equal("done", (await JudgeAsync(browser).JsonAsync()).Text("next"));
        await RegistryHost.FinishSignInAsync(browser);
        return browser;
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
