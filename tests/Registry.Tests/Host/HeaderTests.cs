using System.Net;
using System.Text.RegularExpressions;

namespace Registry.Tests.Host;

/// <summary>Headers of every response, whoever sent the request and whatever the outcome (ASVS 3.4, 4.1.1, 13.4).</summary>
[Clause("14.3")]
public sealed partial class HeaderTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new()
    {
        More = new() { ["Registry:SignIn:RequireHttps"] = "true", ["Registry:SignIn:Authority"] = "https://registry.example" },
    };
    private HttpClient _browser = null!;

    public Task InitializeAsync()
    {
        _browser = _host.CreateDefaultClient(new Uri("https://registry.example"));
        return Task.CompletedTask;
    }

    private static readonly string[] Paths =
    [
        "/",
        "/sign-in",
        "/icon.svg",
        "/?x=%00",
        "/nowhere.php",
        "/api/access/sign-in/ways",
        "/api/access/me",
        "/api/nowhere",
        "/api-docs",
        "/api-docs/v1",
        "/openapi/v1.json",
        "/health/live",
        "/health/ready",
        "/.well-known/openid-configuration",
        "/jobs",
    ];

    private static string? Of(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : null;

    [Fact]
    public async Task Every_answer_bears_the_headers()
    {
        foreach (var path in Paths)
        {
            var answer = await _browser.GetAsync(path);
            Assert.True(Of(answer, "Strict-Transport-Security") == "max-age=63072000; includeSubDomains", path);
            Assert.True(Of(answer, "X-Content-Type-Options") == "nosniff", path);
            Assert.Contains("frame-ancestors 'none'", Of(answer, "Content-Security-Policy") ?? path, StringComparison.Ordinal);
            Assert.True(Of(answer, "Referrer-Policy") is "strict-origin-when-cross-origin" or "no-referrer" or "same-origin", path);
            Assert.Null(Of(answer, "Server"));
            Assert.Null(Of(answer, "X-Powered-By"));
        }
    }

    [Fact]
    public async Task No_policy_allows_inline_scripts()
    {
        foreach (var path in Paths)
        {
            var policy = Of(await _browser.GetAsync(path), "Content-Security-Policy")!;
            var scripts = policy
                .Split(';')
                .Select(d => d.Trim())
                .SingleOrDefault(d => d.StartsWith("script-src", StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe", scripts ?? "", StringComparison.Ordinal);
            foreach (var directive in new[] { "object-src 'none'", "base-uri 'none'" })
                Assert.Contains(directive, policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_API_page_names_its_own_script_anew_each_time()
    {
        var start = (await _browser.GetAsync("/api-docs")).Headers.Location is { } to
            ? new Uri(new("https://registry.example/api-docs"), to)
            : null;
        var (first, second) = (await _browser.GetAsync(start ?? new("/api-docs", UriKind.Relative)), await _browser.GetAsync("/api-docs"));
        var nonce = Nonce().Match(Of(first, "Content-Security-Policy")!).Groups[1].Value;
        Assert.NotEmpty(nonce);
        Assert.NotEqual(nonce, Nonce().Match(Of(second, "Content-Security-Policy")!).Groups[1].Value);
        var page = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync());
        Assert.Contains($"nonce=\"{nonce}\"", page, StringComparison.Ordinal);
        Assert.All(Script().Matches(page), tag => Assert.Contains("nonce=", tag.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_text_says_its_charset()
    {
        foreach (var path in Paths.Append(await AssetAsync("js")).Append(await AssetAsync("css")))
        {
            var content = (await _browser.GetAsync(path)).Content;
            if ((await content.ReadAsByteArrayAsync()).Length == 0)
                continue;
            var type = content.Headers.ContentType;
            Assert.True(type is not null, path);
            if (
                type.MediaType!.StartsWith("text/", StringComparison.Ordinal)
                || type.MediaType.Contains("javascript", StringComparison.Ordinal)
            )
                Assert.True("utf-8".Equals(type.CharSet, StringComparison.OrdinalIgnoreCase), $"{path}: {type}");
        }
    }

    /// <summary>The first asset of a kind that the page names; the page itself where web-admin is not built.</summary>
    private async Task<string> AssetAsync(string kind) =>
        Regex.Match(await _browser.GetStringAsync("/sign-in"), $"/assets/[^\"]+\\.{kind}") is { Success: true } asset ? asset.Value : "/";

    [Fact]
    public async Task No_foreign_page_may_read_an_answer()
    {
        foreach (var path in Paths)
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Origin", "https://elsewhere.example");
            request.Headers.Add("Access-Control-Request-Method", "GET");
            Assert.DoesNotContain(
                (await _browser.SendAsync(request)).Headers,
                h => h.Key.StartsWith("Access-Control", StringComparison.Ordinal)
            );
        }
    }

    /// <summary>ASVS 14.3.1: what is shown after «back» is requested again, and signing out removes what is stored.</summary>
    [Fact]
    public async Task The_page_is_kept_by_no_cache_and_signing_out_empties_it()
    {
        Assert.Equal("no-store", Of(await _browser.GetAsync("/children"), "Cache-Control"));
        await using var host = new RegistryHost();
        var holder = await host.SignedInAsync("holder.aksuu");
        Assert.Equal("\"cache\"", Of(await holder.PostAsync("/api/access/sign-out"), "Clear-Site-Data"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
