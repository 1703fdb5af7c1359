using System.Security.Cryptography;
using System.Text;

namespace Registry.Platform.Sealing;

/// <summary>Signs what the journal is made of (HMAC-SHA256).</summary>
internal sealed class JournalSigner(byte[] key)
{
    public byte[] Of(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    public bool Holds(byte[] mac, byte[] expected) => CryptographicOperations.FixedTimeEquals(mac, expected);
}
