using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Registry.Children.Model;

/// <summary>Hashes texts under the search key: HMAC-SHA-256, truncated to 8 bytes.</summary>
internal sealed class Tokens(byte[] key)
{
    public long Of(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>A token as the index stores it: the district is part of the hash, so a code book of one district does not work in another.</summary>
    public long Of(string district, string text) => Of($"{district}|{text}");
}
