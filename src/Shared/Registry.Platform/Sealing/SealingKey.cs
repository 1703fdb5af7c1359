using System.Security.Cryptography;

namespace Registry.Platform.Sealing;

/// <summary>
/// A key with its cipher: to load the key into a new cipher costs as much as to open a name under it, so the cipher of a kept key is kept with it.
/// A cipher serves one thread at a time; who comes while it is lent makes another.
/// </summary>
/// <param name="bytes">32 bytes.</param>
internal sealed class SealingKey(byte[] bytes)
{
    private AesGcm? _idle;

    public byte[] Bytes => bytes;

    /// <summary>Lends the cipher; dispose the loan to give it back.</summary>
    public Loan Borrow() => new(this, Interlocked.Exchange(ref _idle, null) ?? new AesGcm(bytes, Cipher.TagSize));

    private void Return(AesGcm cipher)
    {
        if (Interlocked.CompareExchange(ref _idle, cipher, null) is not null)
            cipher.Dispose();
    }

    public readonly ref struct Loan(SealingKey key, AesGcm cipher)
    {
        public AesGcm Aes { get; } = cipher;

        public void Dispose() => key.Return(Aes);
    }
}
