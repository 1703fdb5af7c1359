using System.Security.Cryptography;
using System.Text;
using Registry.Platform.Sealing;

namespace Registry.Platform.Keys;

/// <summary>
/// Mixes a password with a key of the key store before it is hashed (ASVS 11.4.2): whoever has the database and no key store has nothing to try guesses on.
/// </summary>
public sealed class Pepper(KeyStore keys)
{
    private static readonly byte[] Purpose = "passwords"u8.ToArray();

    private readonly Lazy<byte[]> _key = new(() => Derive(keys));

    /// <returns>44 characters of Base64.</returns>
    public string Mix(string password) => Convert.ToBase64String(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(password)));

    // passwords are hashed where nothing can be awaited; the key is looked up once
    private static byte[] Derive(KeyStore keys)
    {
        var found = keys.FindAsync([KeyStore.Base], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, found[KeyStore.Base].Bytes, Cipher.KeySize, info: Purpose);
    }
}
