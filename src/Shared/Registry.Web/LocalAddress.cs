namespace Registry.Web;

/// <summary>Where a browser is sent after a sign-in: an address of this very host, or none.</summary>
public static class LocalAddress
{
    private static readonly Uri Here = new("https://here.invalid/");

    /// <summary>
    /// Judged as a browser would read it: by parsing, not by its first letters. Browsers drop tabs and line ends and take a backslash for a slash.
    /// </summary>
    /// <returns>Path and query in ASCII, fit for a header; <paramref name="other"/> where the address leads elsewhere or is none.</returns>
    public static string Or(string? address, string other) =>
        address is ['/', ..]
        && !address.AsSpan().ContainsAny('\\', '\uFFFD')
        && !address.Any(char.IsControl)
        && Uri.TryCreate(Here, address, out var uri)
        && uri.GetLeftPart(UriPartial.Authority) == Here.GetLeftPart(UriPartial.Authority)
        && uri.UserInfo.Length == 0
        // dots go, and what is left may name another host: /x/..//elsewhere
        && !uri.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? uri.PathAndQuery + uri.Fragment
            : other;
}
