using System.Security.Cryptography;
using System.Text.Json;
using Registry.Basics;
using Registry.Platform.Sealing;

namespace Registry.Platform.Keys;

/// <summary>
/// A row with columns that lie under the <see cref="Veil"/>: they open by themselves when the row is read and are closed when it is saved. The properties they open into are not
/// mapped, so no SQL query can look into them (docs/adr/0049).
/// </summary>
public interface IVeiled
{
    void Open(Veil veil);

    /// <exception cref="BrokenSealException">What lies there did not open: it is not replaced by what was taken for it.</exception>
    void Close(Veil veil);
}

/// <summary>
/// Encrypts what no SQL query needs but every reader of the row may see: one key of the Base for all rows, AES-256-GCM, bound to row and purpose. The file alone
/// does not reveal it.
/// </summary>
public sealed class Veil(KeyStore keys)
{
    private SealingKey? _key;

    // rows are opened where nothing can be awaited; the key is looked up once
    private SealingKey Key =>
        _key ??= keys.FindAsync([KeyStore.Veil], CancellationToken.None).AsTask().GetAwaiter().GetResult()[KeyStore.Veil];

    /// <param name="plain">What a row from before the veil holds in its own column.</param>
    /// <returns>The default where the value does not open: it was changed bypassing the Base, or moved.</returns>
    public T? Open<T>(Guid row, string purpose, byte[] veiled, T plain) =>
        veiled.Length == 0 ? plain
        : TryOpen<T>(row, purpose, veiled, out var value) ? value
        : default;

    /// <returns>False when the value does not open.</returns>
    public bool TryOpen<T>(Guid row, string purpose, byte[] veiled, out T? value)
    {
        var opened = Plain(row, purpose, veiled);
        value = opened is null ? default : JsonSerializer.Deserialize<T>(opened, StoredJson.Options);
        return opened is not null;
    }

    /// <param name="before">What lies there, empty where nothing does: it stays when it says the same.</param>
    /// <exception cref="BrokenSealException">It does not open.</exception>
    public byte[] Close<T>(Guid row, string purpose, byte[] before, T value)
    {
        var plain = Padding.Of(JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Options));
        if (before.Length > 0)
        {
            var stood = Plain(row, purpose, before) ?? throw new BrokenSealException(row, row);
            if (stood.AsSpan().SequenceEqual(plain))
                return before;
        }
        return Cipher.Seal(Key, KeyStore.Veil, new(row), purpose, plain);
    }

    private byte[]? Plain(Guid row, string purpose, byte[] veiled)
    {
        try
        {
            return Cipher.Open(Key, KeyStore.Veil, new(row), purpose, veiled);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
