using System.Buffers.Binary;
using System.Security.Cryptography;
using Registry.Platform.Keys;

namespace Registry.Platform.Backups;

/// <summary>
/// A file sealed under a master key: head (format, name of the master key, salt), then portions of AES-256-GCM, each bound to its number and to being the last, so
/// that none can be cut, moved or dropped.
/// </summary>
internal static class SealedFile
{
    private static readonly byte[] Format = "REGBAK1\n"u8.ToArray();
    private const int Portion = 1 << 20;
    private const int Salt = 32;
    private const int Tag = 16;

    public static async Task SealAsync(string from, string to, MasterKeys masters, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        var name = System.Text.Encoding.UTF8.GetBytes(masters.Current);
        var salt = RandomNumberGenerator.GetBytes(Salt);
        await target.WriteAsync(Format, ct);
        await target.WriteAsync(new[] { (byte)name.Length }, ct);
        await target.WriteAsync(name, ct);
        await target.WriteAsync(salt, ct);
        using var aes = Cipher(masters[masters.Current].Bytes, salt);
        var plain = new byte[Portion];
        var number = 0;
        do
        {
            var length = await source.ReadAtLeastAsync(plain, Portion, throwOnEndOfStream: false, ct);
            var isLast = source.Position == source.Length;
            var portion = new byte[4 + length + Tag];
            BinaryPrimitives.WriteInt32BigEndian(portion, length);
            aes.Encrypt(
                Nonce(number),
                plain.AsSpan(0, length),
                portion.AsSpan(4, length),
                portion.AsSpan(4 + length),
                Bound(number, isLast)
            );
            await target.WriteAsync(portion, ct);
            number++;
        } while (source.Position < source.Length);
        target.Flush(flushToDisk: true);
    }

    /// <exception cref="CryptographicException">The file was changed, cut, or sealed by another master key.</exception>
    public static async Task OpenAsync(string from, string to, MasterKeys masters, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        if (!(await ReadAsync(source, Format.Length, ct)).AsSpan().SequenceEqual(Format))
            throw new CryptographicException("Not a backup of this program.");
        var name = System.Text.Encoding.UTF8.GetString(await ReadAsync(source, (await ReadAsync(source, 1, ct))[0], ct));
        using var aes = Cipher(masters[name].Bytes, await ReadAsync(source, Salt, ct));
        var number = 0;
        do
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(source, 4, ct));
            if (length is < 0 or > Portion)
                throw new CryptographicException("Not a backup of this program.");
            var portion = await ReadAsync(source, length + Tag, ct);
            var plain = new byte[length];
            aes.Decrypt(
                Nonce(number),
                portion.AsSpan(0, length),
                portion.AsSpan(length),
                plain,
                Bound(number, source.Position == source.Length)
            );
            await target.WriteAsync(plain, ct);
            number++;
        } while (source.Position < source.Length);
        target.Flush(flushToDisk: true);
    }

    // a key of its own for each file: the portions' numbers can be the nonces
    private static AesGcm Cipher(byte[] master, byte[] salt) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Registry.Platform.Sealing.Cipher.KeySize, salt, "backup"u8.ToArray()), Tag);

    private static byte[] Nonce(int number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(8), number);
        return nonce;
    }

    private static byte[] Bound(int number, bool isLast)
    {
        var bound = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(bound, number);
        bound[4] = isLast ? (byte)1 : (byte)0;
        return bound;
    }

    private static async Task<byte[]> ReadAsync(FileStream source, int count, CancellationToken ct)
    {
        var bytes = new byte[count];
        if (await source.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, ct) < count)
            throw new CryptographicException("The backup is cut.");
        return bytes;
    }
}
