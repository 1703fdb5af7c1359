using System.Net;
using System.Net.Sockets;

namespace Registry.Web;

/// <summary>Whom an address represents when calls without a sign-in are counted.</summary>
public static class Addresses
{
    private const int PrefixOfIpv6 = 8;

    /// <summary>An IPv4 address; of an IPv6 address its first 64 bits, since a household has all that follow.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixOfIpv6).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
