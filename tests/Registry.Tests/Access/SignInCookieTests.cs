using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Where HTTPS is required, cookies belong to this host alone and browsers never use plain HTTP with it again.</summary>
[Clause("14.5", "15.2")]
public sealed class SignInCookieTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new()
    {
        More = new() { ["Registry:SignIn:RequireHttps"] = "true", ["Registry:SignIn:Authority"] = "https://registry.example" },
    };

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_and_to_HTTPS()
    {
        var browser = _host.CreateDefaultClient(new Uri("https://registry.example"));
        var signedIn = await browser.PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = "kyzyl-alma-2026-demo" });
        var begun = await browser.GetAsync("/auth/begin?to=/");
        var cookies = signedIn.Headers.GetValues("Set-Cookie").Concat(begun.Headers.GetValues("Set-Cookie")).ToList();
        Assert.True(cookies.Count >= 3, string.Join('\n', cookies));
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
        foreach (var path in new[] { "/", "/api/access/me" })
            Assert.Equal(
                "max-age=63072000; includeSubDomains",
                (await browser.GetAsync(path)).Headers.GetValues("Strict-Transport-Security").Single()
            );
    }

    /// <summary>A script sets the language of the job pages: it is no secret, and no other host of the domain can plant it.</summary>
    [Fact]
    public void The_cookie_of_the_language_is_bound_to_this_host_too()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Registry.sln")))
            folder = Path.GetDirectoryName(folder)!;
        var set = File.ReadAllLines(Path.Combine(folder, "src", "Host", "Dashboard.js"))
            .Where(line => line.Contains("document.cookie =", StringComparison.Ordinal));
        Assert.Contains("`__Host-registry-language=", Assert.Single(set), StringComparison.Ordinal);
        Assert.Contains("; path=/; secure; samesite=strict`", set.Single(), StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
