using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;
using Registry.Tests.Integration;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>Only the proxy in front is trusted about addresses and schemes; without HTTPS nothing is answered (ASVS 4.1.3, 12.2.1, 15.3.4).</summary>
[Clause("14.3")]
[Trait("Needs", "embedded")]
public sealed class ProxyTests
{
    private const string Proxy = "10.0.0.5";
    private const string School = "203.0.113.7";
    private const string Stranger = "198.51.100.9";

    private static RegistryHost Behind(string? proxies, Dictionary<string, string>? more = null)
    {
        var settings = more ?? [];
        if (proxies is not null)
            settings["Registry:Proxies"] = proxies;
        return new() { More = settings, With = services => services.AddSingleton<IStartupFilter, TestAddresses>() };
    }

    /// <summary>The address that the journal records for a refused call.</summary>
    private static async Task<string> SeenAsync(RegistryHost host, string from, params string[] forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/children/signals");
        request.Headers.Add(TestAddresses.Header, from);
        foreach (var one in forwarded)
            request.Headers.Add("X-Forwarded-For", one);
        await host.Browser().SendAsync(request);
        await host.Service<AnonymousRefusals>().FlushAsync();
        var admin = await host.SignedInAsync("admin");
        var entries = await admin.GetAsync($"/api/access/journal?action={AnonymousRefusals.Action}&size=1").JsonAsync();
        return entries.GetProperty("items")[0].Text("ip");
    }

    [Fact]
    public async Task A_forged_address_is_not_believed()
    {
        await using var behind = Behind($"{Proxy} 10.1.0.0/16");
        Assert.Equal(Stranger, await SeenAsync(behind, Stranger, School));
        Assert.Equal("10.2.0.1", await SeenAsync(behind, "10.2.0.1", School));
        await using var alone = Behind(null);
        Assert.Equal(Stranger, await SeenAsync(alone, Stranger, School));
    }

    [Fact]
    public async Task The_proxys_word_is()
    {
        await using var host = Behind($"{Proxy}, 10.1.0.0/16");
        Assert.Equal(School, await SeenAsync(host, Proxy, School));
        Assert.Equal(School, await SeenAsync(host, $"::ffff:{Proxy}", School));
        Assert.Equal(School, await SeenAsync(host, "10.1.7.7", School));
        // values that the caller wrote before the proxy's own are ignored, even if they name a proxy
        Assert.Equal(Stranger, await SeenAsync(host, Proxy, $"{School}, {Stranger}"));
        Assert.Equal(Proxy, await SeenAsync(host, Proxy, $"{School}, {Proxy}"));
        await using var two = Behind($"{Proxy} 10.1.0.0/16", new() { ["Registry:ProxiesInARow"] = "2" });
        Assert.Equal(School, await SeenAsync(two, Proxy, $"{Stranger}, {School}, 10.1.0.1"));
    }

    [Fact]
    [Clause("12.2")]
    public async Task A_system_cannot_call_from_an_address_that_it_only_claims()
    {
        await using var host = Behind(Proxy);
        var admin = await host.SignedInAsync("admin");
        var body = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
        var made = await admin
            .PostAsync(
                "/api/access/clients",
                new
                {
                    clientId = "schools",
                    client = new
                    {
                        name = "Мектептер системасы",
                        bodyId = body,
                        scopes = new[] { "dictionaries" },
                        validFrom = "2026-01-01",
                        validUntil = "2027-12-31",
                        territory = Road.AkSuu,
                        addresses = new[] { School },
                        perMinute = 600,
                    },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var system = await host.SystemAsync("schools", made.Text("secret"));
        async Task<HttpStatusCode> CallAsync(string from, string? forwarded = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dictionaries");
            request.Headers.Add(TestAddresses.Header, from);
            if (forwarded is not null)
                request.Headers.Add("X-Forwarded-For", forwarded);
            return (await system.SendAsync(request)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await CallAsync(School));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(Proxy, School));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(Stranger, School));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(Proxy, $"{School}, {Stranger}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(Proxy));
    }

    private static readonly Dictionary<string, string> Demanding = new()
    {
        ["Registry:SignIn:RequireHttps"] = "true",
        ["Registry:SignIn:Authority"] = "https://registry.example",
    };

    /// <summary>On a real port, called by a proxy on this machine, or by someone else.</summary>
    private static (RegistryHost Host, HttpClient Client) OnAPort(string proxies)
    {
        var host = new RegistryHost { More = new(Demanding) { ["Registry:Proxies"] = proxies } };
        host.UseKestrel(0);
        host.StartServer();
        return (
            host,
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.ClientOptions.BaseAddress }
        );
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string? scheme = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "registry.example";
        if (scheme is not null)
            request.Headers.Add("X-Forwarded-Proto", scheme);
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task Plain_HTTP_is_refused()
    {
        var (host, client) = OnAPort(Proxy);
        await using var _ = host;
        using var __ = client;
        foreach (var scheme in new[] { null, "http", "https" })
        foreach (var path in new[] { "/", "/api/access/me", "/connect/authorize", "/.well-known/openid-configuration", "/api-docs" })
        {
            var answer = await AskAsync(client, path, scheme);
            Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/health/live")).StatusCode);
    }

    [Fact]
    public async Task HSTS_is_there_behind_the_proxy()
    {
        var (host, client) = OnAPort("127.0.0.1 ::1");
        await using var _ = host;
        using var __ = client;
        foreach (var path in new[] { "/", "/api/access/me", "/?x=%00", "/api-docs" })
            Assert.Equal(
                "max-age=63072000; includeSubDomains",
                (await AskAsync(client, path, "https")).Headers.GetValues("Strict-Transport-Security").Single()
            );
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(client, "/api/access/me", "https")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(client, "/api/access/me", "http")).StatusCode);
        // the provider serves callers that came by HTTPS
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/.well-known/openid-configuration", "https")).StatusCode);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/api/children/signals");
        forwarded.Headers.Add("X-Forwarded-Proto", "https");
        forwarded.Headers.Add("X-Forwarded-For", School);
        await client.SendAsync(forwarded);
        Assert.Contains(School, await JournalledAsync(host));
    }

    private static Task<List<string?>> JournalledAsync(RegistryHost host) =>
        host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<AnonymousRefusals>().FlushAsync();
            var db = services.GetRequiredService<Registry.Platform.Model.PlatformDbContext>();
            return db.Journal.Select(e => e.Ip).ToList();
        });

    /// <summary>An ambiguous message lets a caller smuggle a request past a proxy (ASVS 4.2.1).</summary>
    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n")]
    public async Task A_message_with_two_ends_is_not_read_twice(string lengths)
    {
        var (host, client) = OnAPort("127.0.0.1 ::1");
        await using var _ = host;
        using var __ = client;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        var hidden = "GET /health/live HTTP/1.1\r\nHost: registry.example\r\n\r\n";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/access/sign-in HTTP/1.1\r\nHost: registry.example\r\nX-Forwarded-Proto: https\r\n{lengths}\r\n0\r\n\r\n{hidden}"
            )
        );
        using var reader = new StreamReader(stream);
        var answers = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 4", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("200 OK", answers, StringComparison.Ordinal);
    }

    /// <summary>ASVS 12.1.1: TLS 1.2 and 1.3.</summary>
    [Fact]
    public async Task Old_TLS_is_not_spoken()
    {
        using var rsa = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        await using var host = new RegistryHost { More = new(Demanding) };
        host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(made)));
        host.StartServer();
        var port = host.ClientOptions.BaseAddress.Port;
        Assert.Equal(SslProtocols.Tls13, await SpeakAsync(SslProtocols.Tls12 | SslProtocols.Tls13));
        Assert.Equal(SslProtocols.Tls12, await SpeakAsync(SslProtocols.Tls12));
#pragma warning disable CA5397, SYSLIB0039 // that these are refused is what the test shows
        Assert.Null(await SpeakAsync(SslProtocols.Tls11));
#pragma warning restore CA5397, SYSLIB0039

        async Task<SslProtocols?> SpeakAsync(SslProtocols offered)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
#pragma warning disable CA5359 // the certificate is the test's own
            await using var tls = new SslStream(socket.GetStream(), false, (_, _, _, _) => true);
#pragma warning restore CA5359
            try
            {
                await tls.AuthenticateAsClientAsync(
                    new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = offered }
                );
                return tls.SslProtocol;
            }
            catch (Exception refused) when (refused is AuthenticationException or IOException)
            {
                return null;
            }
        }
    }
}
