using System.Net;

namespace Registry.Basics;

/// <summary>Whether an address is the machine itself: what goes there crosses no network.</summary>
public static class LocalMachine
{
    /// <param name="address">A host, or host:port.</param>
    public static bool Is(string address) =>
        Uri.TryCreate($"tcp://{address.Trim()}", UriKind.Absolute, out var uri)
        && (
            uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
        );
}
