using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>What the host serves besides the API: sign-in provider, dashboard, pages. No garbage makes any of it fail.</summary>
[Clause("14.3", "15.2")]
public sealed class OtherRoutesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Calls = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 20_000 : 1_500;
    private readonly RegistryHost _host = new();

    private static readonly string[] Paths =
    [
        "/",
        "/sign-in",
        "/children/x",
        "/auth/begin",
        "/auth/outside",
        "/connect/authorize",
        "/connect/token",
        "/.well-known/openid-configuration",
        "/.well-known/jwks",
        "/signin-oidc",
        "/signout-outside",
        "/jobs",
        "/jobs/recurring",
        "/jobs/jobs/details/1",
        "/jobs/nowhere",
        "/jobs/stats",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/openapi/v1.json",
        "/openapi/v2.json",
        "/api-docs",
        "/api-docs/v1",
        "/assets/nothing.js",
        "/nowhere.php",
    ];

    private static readonly string[] Names =
    [
        "x",
        "to",
        "return",
        "client_id",
        "redirect_uri",
        "response_type",
        "scope",
        "code_challenge",
        "code_challenge_method",
        "state",
        "nonce",
        "code",
        "grant_type",
        "client_secret",
        "logout_token",
        "request",
        "request_uri",
        "prompt",
        "max_age",
        "from",
        "count",
    ];

    private static readonly string[] Values =
    [
        "",
        "\0",
        "\r\nSet-Cookie: a=b",
        "\t",
        "ң",
        "\uFFFE",
        "\uD800",
        "//evil.example",
        "/\t/evil.example",
        "%00",
        "%",
        "registry-web",
        "code",
        "openid",
        "plain",
        "authorization_code",
        "client_credentials",
        "http://localhost/signin-oidc",
        "-1",
        "99999999999999999999",
        "{\"a\":1}",
        "eyJhbGciOiJub25lIn0.e30.",
        "' OR 1=1 --",
        new string('x', 3_000),
    ];

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task No_rubbish_makes_a_page_or_the_sign_in_provider_fail()
    {
        HttpClient[] browsers = [_host.Browser(), await _host.SignedInAsync("admin"), await _host.SignedInAsync("holder.aksuu")];
        var random = new Random(17);
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Calls; i++)
        {
            var path = Paths[i % Paths.Length];
            var fields = Enumerable
                .Range(0, random.Next(5))
                .Select(_ => $"{Names[random.Next(Names.Length)]}={Escape(Values[random.Next(Values.Length)], random)}");
            var text = string.Join('&', fields);
            using var request = random.Next(3) == 0 ? Form(path, text) : new(HttpMethod.Get, new Uri($"{path}?{text}", UriKind.Relative));
            var answer = await browsers[random.Next(browsers.Length)].SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            // readiness returns 503 where something is not ready
            Assert.True(status < 500 || path == "/health/ready", $"{request.Method} {path}?{text}: {status} {body}");
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            if (answer.Headers.Location is { IsAbsoluteUri: true } away)
                Assert.Equal("localhost", away.Host);
        }
        output.WriteLine($"{Calls} calls over {Paths.Length} routes: {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}");
    }

    [Fact]
    public async Task Posting_to_a_page_finds_nothing()
    {
        foreach (var path in new[] { "/", "/children/x", "/signout-outside", "/nowhere" })
        {
            using var form = Form(path, "a=b");
            Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().SendAsync(form)).StatusCode);
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    public async Task Trace_is_refused(string method)
    {
        foreach (var path in new[] { "/", "/api/access/me", "/nowhere" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Echo", "to-be-read-by-a-script");
            var answer = await _host.Browser().SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.DoesNotContain("to-be-read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static string Escape(string value, Random random) =>
        value is "\uD800" ? "%ED%A0%80"
        : random.Next(6) == 0 ? value.Replace("\r\n", "", StringComparison.Ordinal).Replace("\0", "%00", StringComparison.Ordinal)
        : Uri.EscapeDataString(value);

    private static HttpRequestMessage Form(string path, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return request;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
