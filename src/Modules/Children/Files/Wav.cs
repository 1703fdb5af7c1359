using System.Buffers.Binary;

namespace Registry.Children.Files;

/// <summary>Keeps the sound chunks (format, fact, data) and drops all others.</summary>
internal static class Wav
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const int ShortestFormat = 16;

    public static byte[] Clean(byte[] content)
    {
        using var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, RiffHeader));
        var (hasFormat, hasSound) = (false, false);
        for (var at = RiffHeader; at + ChunkHeader <= content.Length; )
        {
            var name = content.AsSpan(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + 4));
            // an interrupted recorder leaves a length beyond the end
            var whole = (int)Math.Min(ChunkHeader + (long)size + (size & 1), content.Length - at);
            if (name.SequenceEqual("fmt "u8) || name.SequenceEqual("fact"u8) || name.SequenceEqual("data"u8))
            {
                kept.Write(content.AsSpan(at, whole));
                hasFormat |= name.SequenceEqual("fmt "u8) && whole >= ChunkHeader + ShortestFormat;
                hasSound |= name.SequenceEqual("data"u8);
            }
            at += whole;
        }
        if (!hasFormat || !hasSound)
            throw Cleaning.Refused("file.damaged");
        var clean = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(clean.AsSpan(4), clean.Length - ChunkHeader);
        return clean;
    }
}
