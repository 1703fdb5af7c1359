using System.Buffers.Binary;

namespace Registry.Children.Files;

/// <summary>Boxes with metadata (author, place, device) become empty ones of the same length, so that the sound's offsets stay valid.</summary>
internal static class M4a
{
    private const int Header = 8;
    private const int HandlerType = 16;

    /// <summary>Sound lies in moov, trak, mdia: a valid file is not nested deeper.</summary>
    private const int Deepest = 8;
    private const int MostBoxes = 10_000;

    public static byte[] Clean(byte[] content)
    {
        var clean = content.ToArray();
        var (sounds, boxes) = (false, 0);
        var open = new Stack<(int From, int To, int Depth)>([(0, clean.Length, 0)]);
        while (open.TryPop(out var range))
            for (var at = range.From; range.To - at >= Header; )
            {
                if (++boxes > MostBoxes)
                    throw Cleaning.Refused("file.damaged");
                var (size, header) = SizeOf(clean.AsSpan(at..range.To));
                var name = clean.AsSpan(at + 4, 4);
                var inside = clean.AsSpan(at + header, size - header);
                if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || name.SequenceEqual("uuid"u8))
                {
                    "free"u8.CopyTo(name);
                    inside.Clear();
                }
                else if (name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8) || name.SequenceEqual("mdia"u8))
                {
                    if (range.Depth == Deepest)
                        throw Cleaning.Refused("file.damaged");
                    open.Push((at + header, at + size, range.Depth + 1));
                }
                else if (name.SequenceEqual("hdlr"u8) && inside.Length >= HandlerType)
                    sounds |= IsSound(inside.Slice(8, 4));
                at += size;
            }
        return sounds ? clean : throw Cleaning.Refused("file.damaged");
    }

    private static (int Size, int Header) SizeOf(ReadOnlySpan<byte> boxes)
    {
        var (size, header) = ((ulong)BinaryPrimitives.ReadUInt32BigEndian(boxes), Header);
        if (size == 1 && boxes.Length >= 16)
            (size, header) = (BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]), 16);
        else if (size == 0)
            size = (ulong)boxes.Length;
        return size < (ulong)header || size > (ulong)boxes.Length ? throw Cleaning.Refused("file.damaged") : ((int)size, header);
    }

    private static bool IsSound(ReadOnlySpan<byte> handler) =>
        // a video is not a sound recording and is rejected
        handler.SequenceEqual("vide"u8)
            ? throw Cleaning.Refused("file.unknown-kind")
            : handler.SequenceEqual("soun"u8);
}
