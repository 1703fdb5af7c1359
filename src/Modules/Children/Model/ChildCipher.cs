using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Registry.Children.Model;

/// <summary>
/// Encrypts the child id of an index entry: AES-128 in the XEX construction with the token as tweak. The same id encrypts differently
/// under each token, so a child's entries cannot be linked without the key.
/// </summary>
internal sealed class ChildCipher : IDisposable
{
    private const int Block = 16;
    private const int KeyLength = 16;
    private readonly Aes _children;
    private readonly Aes _tweaks;

    public ChildCipher(byte[] searchKey)
    {
        Span<byte> keys = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(searchKey, "child-of-token"u8, keys);
        (_children, _tweaks) = (Aes.Create(), Aes.Create());
        (_children.Key, _tweaks.Key) = (keys[..KeyLength].ToArray(), keys[KeyLength..].ToArray());
    }

    /// <summary>The entries of one child.</summary>
    public List<SearchToken> Close(IReadOnlyCollection<long> tokens, Guid child)
    {
        var closed = new byte[tokens.Count * Block];
        for (var at = 0; at < closed.Length; at += Block)
            child.TryWriteBytes(closed.AsSpan(at), bigEndian: true, out _);
        Apply(tokens, closed, open: false);
        var entries = new List<SearchToken>(tokens.Count);
        foreach (var token in tokens)
        {
            var block = closed.AsSpan(entries.Count * Block);
            entries.Add(new(token, BinaryPrimitives.ReadInt64BigEndian(block), BinaryPrimitives.ReadInt64BigEndian(block[8..])));
        }
        return entries;
    }

    /// <summary>The children of the entries, in the same order.</summary>
    public Guid[] Open(IReadOnlyList<SearchToken> entries)
    {
        var blocks = new byte[entries.Count * Block];
        for (var i = 0; i < entries.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(blocks.AsSpan(i * Block), entries[i].High);
            BinaryPrimitives.WriteInt64BigEndian(blocks.AsSpan(i * Block + 8), entries[i].Low);
        }
        Apply([.. entries.Select(e => e.Token)], blocks, open: true);
        var children = new Guid[entries.Count];
        for (var i = 0; i < children.Length; i++)
            children[i] = new(blocks.AsSpan(i * Block, Block), bigEndian: true);
        return children;
    }

    private void Apply(IReadOnlyCollection<long> tokens, byte[] blocks, bool open)
    {
        var tweaks = new byte[blocks.Length];
        var at = 0;
        foreach (var token in tokens)
        {
            BinaryPrimitives.WriteInt64BigEndian(tweaks.AsSpan(at), token);
            at += Block;
        }
        _tweaks.EncryptEcb(tweaks, tweaks, PaddingMode.None);
        Xor(blocks, tweaks);
        if (open)
            _children.DecryptEcb(blocks, blocks, PaddingMode.None);
        else
            _children.EncryptEcb(blocks, blocks, PaddingMode.None);
        Xor(blocks, tweaks);
    }

    private static void Xor(Span<byte> bytes, ReadOnlySpan<byte> with)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var others = MemoryMarshal.Cast<byte, ulong>(with);
        for (var i = 0; i < words.Length; i++)
            words[i] ^= others[i];
    }

    public void Dispose()
    {
        _children.Dispose();
        _tweaks.Dispose();
    }
}
