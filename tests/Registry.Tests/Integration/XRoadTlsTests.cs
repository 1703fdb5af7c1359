using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Registry.Integration.Registers.XRoad;

namespace Registry.Tests.Integration;

/// <summary>The security server identifies the Base by its certificate [18].</summary>
[Clause("18")]
public sealed class XRoadTlsTests
{
    private static X509Certificate2 Certificate(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    [Fact]
    public async Task The_client_certificate_is_shown_and_an_unknown_server_is_not_trusted()
    {
        using var server = Certificate("localhost");
        using var ours = Certificate("child-registry");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, ours.Export(X509ContentType.Pfx, "test"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k =>
            k.Listen(
                IPAddress.Loopback,
                0,
                l =>
                    l.UseHttps(
                        server,
                        https =>
                        {
                            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                            https.AllowAnyClientCertificate();
                        }
                    )
            )
        );
        await using var app = builder.Build();
        app.MapGet("/", (HttpContext context) => context.Connection.ClientCertificate!.Subject);
        await app.StartAsync();
        try
        {
            var settings = new XRoadSettings(
                new Uri(app.Urls.Single()),
                SecurityServer.Client,
                file,
                "test",
                TimeSpan.FromMinutes(1),
                1000,
                false
            );
            using var strict = new HttpClient(XRoadHandler.Of(settings));
            await Assert.ThrowsAsync<HttpRequestException>(() => strict.GetStringAsync(settings.SecurityServer));
            var handler = XRoadHandler.Of(settings);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown?.GetCertHashString() == server.GetCertHashString();
            using var http = new HttpClient(handler);
            Assert.Equal("CN=child-registry", await http.GetStringAsync(settings.SecurityServer));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
