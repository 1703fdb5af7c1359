using System.Security.Cryptography.X509Certificates;

namespace Registry.Integration.Registers.XRoad;

/// <summary>The handler for the security server: no redirects, no cookies, no proxy of the environment, our certificate where one is set.</summary>
internal static class XRoadHandler
{
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan KeptOpen = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Of(XRoadSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ToConnect,
            PooledConnectionLifetime = KeptOpen,
        };
        if (settings.Certificate is { Length: > 0 } file)
            handler.SslOptions.ClientCertificates = [X509CertificateLoader.LoadPkcs12FromFile(file, settings.CertificatePassword)];
        return handler;
    }
}
