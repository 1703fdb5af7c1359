using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Registry.Host;

/// <summary>
/// The TLS-terminating proxy in front: only it is trusted for a caller's address and scheme (ASVS 4.1.3, 15.3.4; ADR 47). Where HTTPS is required, a
/// call that did not use it is refused (12.2.1).
/// </summary>
internal static class Proxies
{
    /// <summary>Addresses and networks, separated by commas or spaces.</summary>
    public const string Setting = "Registry:Proxies";

    /// <summary>How many proxies form a chain.</summary>
    public const string InARow = "Registry:ProxiesInARow";

    /// <summary>The framework's own switch, which would trust every sender.</summary>
    public const string BelieveAll = "FORWARDEDHEADERS_ENABLED";

    /// <summary>What machines request from the host itself; it reveals nothing about people.</summary>
    private static readonly PathString[] Plain = ["/health", "/metrics"];

    /// <returns>Null when the text holds anything that is neither an address nor a network.</returns>
    public static (IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks)? Read(string? text)
    {
        var addresses = new List<IPAddress>();
        var networks = new List<IPNetwork>();
        foreach (var word in text?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [])
            if (IPAddress.TryParse(word, out var address))
                addresses.Add(address);
            // a network that contains every address identifies no proxy
            else if (IPNetwork.TryParse(word, out var network) && network.PrefixLength > 0)
                networks.Add(network);
            else
                return null;
        return (addresses, networks);
    }

    public static void UseProxies(this WebApplication app)
    {
        if (Read(app.Configuration[Setting]) is not var (addresses, networks) || addresses.Count + networks.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = app.Configuration.GetValue(InARow, 1),
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in addresses)
            options.KnownProxies.Add(address);
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Refuses plain HTTP without redirecting: what was sent could already be read on the way.</summary>
    public static void UseHttpsOnly(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Registry:SignIn:RequireHttps", true))
            return;
        var told = 0;
        app.Use(
            (context, next) =>
            {
                if (context.Request.IsHttps || Array.Exists(Plain, path => context.Request.Path.StartsWithSegments(path)))
                    return next(context);
                if (Interlocked.Exchange(ref told, 1) == 0)
                    app.Logger.LogWarning("A call by plain HTTP was refused. Behind a proxy name it in Registry__Proxies.");
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Plain HTTP addresses to listen on that other machines can reach.</summary>
    public static List<string> PlainOutside(IConfiguration configuration)
    {
        var addresses = Values(configuration, "URLS")
            .SelectMany(urls => urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? ""))
            .ToList();
        // bare ports, as container images set them, apply where no address is set
        return addresses.Count > 0
            ? [.. addresses.Where(IsPlainOutside).Distinct(StringComparer.Ordinal)]
            : [.. Values(configuration, "HTTP_PORTS").Select(ports => $"port {ports}").Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Values(IConfiguration configuration, string key) =>
        new[] { configuration[key], configuration[$"ASPNETCORE_{key}"] }.OfType<string>().Where(value => value.Length > 0);

    private static bool IsPlainOutside(string address)
    {
        if (!address.Trim().StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return false;
        var bound = BindingAddress.Parse(address.Trim());
        return !bound.IsUnixPipe
            && !bound.IsNamedPipe
            && !bound.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            && !(IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
