using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Registry.Platform.Sealing;

/// <summary>
/// AES-256-GCM: format byte, 12 bytes nonce, 16 bytes tag, ciphertext. Owner, row, number and purpose are bound in: a seal opens only where it was put, and only until the
/// row is resealed.
/// </summary>
internal static class Cipher
{
    public const int KeySize = 32;
    private const byte Format = 2;
    private const int NonceSize = 12;
    internal const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    public static byte[] Seal(SealingKey key, Guid owner, SealedAt at, string purpose, ReadOnlySpan<byte> plain)
    {
        var result = new byte[HeaderSize + plain.Length];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var loan = key.Borrow();
        loan.Aes.Encrypt(nonce, plain, result.AsSpan(HeaderSize), result.AsSpan(1 + NonceSize, TagSize), Bound(owner, at, purpose));
        return result;
    }

    /// <exception cref="AuthenticationTagMismatchException">The seal was changed, moved, or belongs to another key.</exception>
    public static byte[] Open(SealingKey key, Guid owner, SealedAt at, string purpose, ReadOnlySpan<byte> seal)
    {
        if (seal.Length < HeaderSize || seal[0] != Format)
            throw new CryptographicException("Not a seal of this format.");
        var plain = new byte[seal.Length - HeaderSize];
        using var loan = key.Borrow();
        loan.Aes.Decrypt(
            seal.Slice(1, NonceSize),
            seal[HeaderSize..],
            seal.Slice(1 + NonceSize, TagSize),
            plain,
            Bound(owner, at, purpose)
        );
        return plain;
    }

    private static byte[] Bound(Guid owner, SealedAt at, string purpose)
    {
        var bound = new byte[16 + 16 + sizeof(int) + Encoding.UTF8.GetByteCount(purpose)];
        owner.TryWriteBytes(bound);
        at.Row.TryWriteBytes(bound.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(bound.AsSpan(32), at.No);
        Encoding.UTF8.GetBytes(purpose, bound.AsSpan(36));
        return bound;
    }
}
