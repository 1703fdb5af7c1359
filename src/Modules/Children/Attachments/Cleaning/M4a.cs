using System.Buffers.Binary;

namespace Registry.Children.Attachments.Cleaning;

/// <summary>Boxes that describe the recording (author, place, device) become empty ones of the same length, so that the sound stays where the index says.</summary>
internal static class M4a
{
    private const int Header = 8;
    private const int HandlerType = 16;

    public static byte[] Clean(byte[] content)
    {
        var clean = content.ToArray();
        if (!Walk(clean))
            throw FileCleaner.Refused("file.damaged");
        return clean;
    }

    /// <returns>True when there is a box of sound among these.</returns>
    private static bool Walk(Span<byte> boxes)
    {
        var sounds = false;
        while (boxes.Length >= Header)
        {
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(boxes);
            var header = Header;
            if (size == 1 && boxes.Length >= 16)
                (size, header) = ((long)BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]), 16);
            else if (size == 0)
                size = boxes.Length;
            if (size < header || size > boxes.Length)
                throw FileCleaner.Refused("file.damaged");
            var name = boxes.Slice(4, 4);
            var inside = boxes[header..(int)size];
            if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || name.SequenceEqual("uuid"u8))
            {
                "free"u8.CopyTo(name);
                inside.Clear();
            }
            else if (name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8) || name.SequenceEqual("mdia"u8))
                sounds |= Walk(inside);
            else if (name.SequenceEqual("hdlr"u8) && inside.Length >= HandlerType)
                sounds |= IsSound(inside.Slice(8, 4));
            boxes = boxes[(int)size..];
        }
        return sounds;
    }

    private static bool IsSound(ReadOnlySpan<byte> handler) =>
        // a film is no recording of sound: it is not kept
        handler.SequenceEqual("vide"u8)
            ? throw FileCleaner.Refused("file.unknown-kind")
            : handler.SequenceEqual("soun"u8);
}
