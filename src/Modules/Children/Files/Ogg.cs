using System.Buffers.Binary;

namespace Registry.Children.Files;

/// <summary>Voice messages: the comment packet is blanked in place, and the checksums of its pages are recomputed.</summary>
internal static class Ogg
{
    private const int Header = 27;
    private const int CheckSum = 22;

    private sealed record Page(int At, int Length, List<Range> Parts, bool LastGoesOn);

    public static byte[] Clean(byte[] content)
    {
        var clean = content.ToArray();
        var found = false;
        var open = new List<(Page Page, Range Part)>();
        foreach (var page in Pages(clean))
            for (var i = 0; i < page.Parts.Count; i++)
            {
                open.Add((page, page.Parts[i]));
                if (i == page.Parts.Count - 1 && page.LastGoesOn)
                    continue;
                found |= Blank(clean, open);
                open.Clear();
            }
        return found ? clean : throw Cleaning.Refused("file.damaged");
    }

    /// <summary>The parts of packets on each page.</summary>
    private static List<Page> Pages(byte[] content)
    {
        var pages = new List<Page>();
        for (var at = 0; at < content.Length; at += pages[^1].Length)
        {
            if (at + Header > content.Length || !content.AsSpan(at).StartsWith("OggS"u8))
                throw Cleaning.Refused("file.damaged");
            var lacing = content.AsSpan(at + Header, Math.Min(content[at + 26], content.Length - at - Header));
            var parts = new List<Range>();
            var from = at + Header + lacing.Length;
            var to = from;
            foreach (var length in lacing)
            {
                to += length;
                if (length == byte.MaxValue)
                    continue;
                parts.Add(from..to);
                from = to;
            }
            if (to > content.Length || !IsWhole(content[at..to]))
                throw Cleaning.Refused("file.damaged");
            if (from < to)
                parts.Add(from..to);
            pages.Add(new(at, to - at, parts, lacing.Length > 0 && lacing[^1] == byte.MaxValue));
        }
        return pages;
    }

    /// <param name="page">A copy.</param>
    private static bool IsWhole(byte[] page)
    {
        var said = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(CheckSum));
        page.AsSpan(CheckSum, 4).Clear();
        return Sum(page) == said;
    }

    private static bool Blank(byte[] content, List<(Page Page, Range Part)> packet)
    {
        var whole = packet.SelectMany(p => content[p.Part]).ToArray();
        var isVorbis = whole.AsSpan().StartsWith("\u0003vorbis"u8);
        if (!isVorbis && !whole.AsSpan().StartsWith("OpusTags"u8))
            return false;
        // an empty vendor string as long as the packet, no comments; Vorbis ends with a set bit
        var (start, end) = isVorbis ? (7, 1) : (8, 0);
        var maker = whole.Length - start - 8 - end;
        if (maker < 0)
            throw Cleaning.Refused("file.damaged");
        whole.AsSpan(start + 4).Clear();
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(start), maker);
        whole.AsSpan(start + 4, maker).Fill((byte)' ');
        if (isVorbis)
            whole[^1] = 1;
        var at = 0;
        foreach (var (page, part) in packet)
        {
            var (offset, length) = part.GetOffsetAndLength(content.Length);
            whole.AsSpan(at, length).CopyTo(content.AsSpan(offset));
            at += length;
            var bytes = content.AsSpan(page.At, page.Length);
            bytes.Slice(CheckSum, 4).Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[CheckSum..], Sum(bytes));
        }
        return true;
    }

    /// <summary>Ogg's own checksum: CRC-32 with polynomial 04C11DB7, neither reflected nor inverted.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var b in bytes)
        {
            sum ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 0x80000000) != 0 ? (sum << 1) ^ 0x04C11DB7 : sum << 1;
        }
        return sum;
    }
}
