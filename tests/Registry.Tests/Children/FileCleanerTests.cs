using System.Buffers.Binary;
using System.Text;
using Registry.Basics;
using Registry.Children.Files;
using SkiaSharp;
using UglyToad.PdfPig;

namespace Registry.Tests.Children;

public sealed class FileCleanerTests
{
    public static TheoryData<string, byte[]> Samples =>
        new()
        {
            { "Jpeg", SampleFiles.Jpeg() },
            { "Png", SampleFiles.Png() },
            { "Webp", SampleFiles.Webp() },
            { "Pdf", SampleFiles.Pdf() },
            { "Mp3", SampleFiles.Mp3() },
            { "Wav", SampleFiles.Wav() },
            { "M4a", SampleFiles.M4a() },
            { "Ogg", SampleFiles.Ogg() },
        };

    private static CleanFile Clean(byte[] content) => Cleaning.Clean(content);

    private static void Refused(string code, byte[] content) =>
        Assert.Equal(code, Assert.Throws<DomainException>(() => Clean(content)).Code);

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_a_file_says_about_its_maker_is_taken_away(string format, byte[] content)
    {
        Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SampleFiles.Secret)) >= 0);
        var clean = Clean(content);
        Assert.Equal(format, clean.Format.ToString());
        Assert.True(clean.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SampleFiles.Secret)) < 0);
        // a clean file is still valid in its format, and stays unchanged
        var again = Clean(clean.Content);
        Assert.Equal(clean.Format, again.Format);
        if (clean.Format is FileFormat.Mp3 or FileFormat.Wav or FileFormat.M4a or FileFormat.Ogg)
            Assert.Equal(clean.Content, again.Content);
    }

    [Theory]
    [InlineData(1, 40, 20, "left")]
    [InlineData(2, 40, 20, "right")]
    [InlineData(3, 40, 20, "right")]
    [InlineData(4, 40, 20, "left")]
    [InlineData(5, 20, 40, "top")]
    [InlineData(6, 20, 40, "top")]
    [InlineData(7, 20, 40, "bottom")]
    [InlineData(8, 20, 40, "bottom")]
    public void A_photo_stands_upright_although_how_it_was_held_is_forgotten(int orientation, int width, int height, string red)
    {
        var clean = Clean(SampleFiles.Jpeg((ushort)orientation));
        using var picture = SKBitmap.Decode(clean.Content);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        var (x, y) = red switch
        {
            "left" => (4, 10),
            "right" => (35, 10),
            "top" => (10, 4),
            _ => (10, 35),
        };
        var there = picture.GetPixel(x, y);
        var opposite = picture.GetPixel(width - 1 - x, height - 1 - y);
        Assert.True(there.Red > 200 && there.Blue < 60, there.ToString());
        Assert.True(opposite.Blue > 200 && opposite.Red < 60, opposite.ToString());
    }

    [Fact]
    public void A_document_keeps_its_pages_and_words()
    {
        using var document = PdfDocument.Open(Clean(SampleFiles.Pdf()).Content);
        Assert.Equal("Decision 12", document.GetPage(1).Text);
        Assert.Null(document.Information.Author);
    }

    [Fact]
    public void A_voice_message_stays_playable_its_check_sums_are_right()
    {
        Assert.Equal(0x89A1897Fu, SampleFiles.OggSum("123456789"u8));
        var clean = Clean(SampleFiles.Ogg()).Content;
        Assert.Equal(SampleFiles.Ogg().Length, clean.Length);
        var pages = 0;
        for (var at = 0; at < clean.Length; pages++)
        {
            var length = 27 + clean[at + 26] + clean.AsSpan(at + 27, clean[at + 26]).ToArray().Sum(b => b);
            var page = clean[at..(at + length)];
            var said = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(22));
            page.AsSpan(22, 4).Clear();
            Assert.Equal(SampleFiles.OggSum(page), said);
            at += length;
        }
        Assert.Equal(3, pages);
        Assert.Equal([7, 8, 9], clean[^3..]);
    }

    [Fact]
    public void Sound_stays_where_the_index_says()
    {
        var (before, after) = (SampleFiles.M4a(), Clean(SampleFiles.M4a()).Content);
        Assert.Equal(before.AsSpan().IndexOf("mdat"u8), after.AsSpan().IndexOf("mdat"u8));
        Assert.Equal(before.Length, after.Length);
    }

    [Fact]
    public void Other_kinds_are_refused_whatever_they_are_called()
    {
        Refused("file.unknown-kind", "<html><script>alert(1)</script></html>"u8.ToArray());
        Refused("file.unknown-kind", [.. "MZ"u8, .. new byte[100]]);
        Refused("file.unknown-kind", [.. "PK\u0003\u0004"u8, .. new byte[100]]);
        Refused("file.unknown-kind", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        Refused("file.unknown-kind", SampleFiles.M4a("vide"));
        Refused("file.unknown-kind", [1]);
    }

    [Fact]
    public void A_program_is_no_recording_whatever_bytes_stand_before_it()
    {
        byte[] program = [.. "MZ"u8, .. Enumerable.Repeat((byte)0x90, 5_000)];
        Refused("file.damaged", [0xFF, 0xFB, .. program]);
        Refused("file.damaged", [0xFF, 0xFB, 0x90, 0x00, .. program]);
        Refused("file.damaged", [.. "RIFF\0\0\0\0WAVEdata"u8, 0x88, 0x13, 0, 0, .. program]);
        Refused("file.damaged", [.. "OggS"u8, .. new byte[22], 1, 7, .. "\u0003vorbis"u8, .. program]);
        Refused("file.damaged", [.. "\0\0\0\u0010ftypM4A \0\0\0\0"u8, .. program]);
    }

    [Fact]
    public void What_stands_behind_the_sound_is_dropped()
    {
        var clean = Clean(SampleFiles.Mp3()).Content;
        Assert.Equal(clean, Clean([.. clean, .. "MZ a program"u8]).Content);
        Assert.Equal(clean, Clean([.. clean, 0xFF, 0xFB, 0x90, 0x00, 1, 2, 3]).Content);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_cut_anywhere_is_kept_or_refused_never_a_failure(string format, byte[] content)
    {
        var random = new Random(format.Length);
        for (var i = 0; i < 60; i++)
        {
            var broken = content[..random.Next(content.Length)];
            if (broken.Length > 20 && i % 2 == 0)
                broken[random.Next(12, broken.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                Clean(broken);
            }
            catch (DomainException refusal)
            {
                Assert.StartsWith("file.", refusal.Code, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_picture_that_claims_to_be_huge_is_not_unpacked()
    {
        var png = SampleFiles.Png();
        // width and height in the header, and its checksum
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 30_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        Refused("file.too-many-pixels", png);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
