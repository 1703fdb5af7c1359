using System.Buffers.Binary;
using System.Text;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Registry.Tests.Children;

/// <summary>Small valid files of every format, each with a secret where its format keeps such things.</summary>
internal static class SampleFiles
{
    public const string Secret = "42.8746N-74.5698E";
    private static byte[] SecretBytes => Encoding.UTF8.GetBytes(Secret);

    /// <summary>40 pixels wide, 20 high, red on the left and blue on the right.</summary>
    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(40, 20);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, 20, 20, red);
        return bitmap.Encode(format, 95).ToArray();
    }

    /// <param name="orientation">EXIF's number for how the camera was held.</param>
    public static byte[] Jpeg(ushort orientation = 1)
    {
        byte[] exif =
        [
            .. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            .. SecretBytes,
        ];
        var picture = Picture(SKEncodedImageFormat.Jpeg);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. picture[..2], 0xFF, 0xE1, .. length, .. exif, .. picture[2..], .. SecretBytes];
    }

    public static byte[] Png() => [.. Picture(SKEncodedImageFormat.Png), .. SecretBytes];

    public static byte[] Webp() => [.. Picture(SKEncodedImageFormat.Webp), .. SecretBytes];

    /// <summary>A page with a word, an author and a script.</summary>
    public static byte[] Pdf()
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Author = Secret;
        builder.DocumentInformation.Producer = Secret;
        var page = builder.AddPage(PageSize.A5);
        page.AddText("Decision 12", 14, new PdfPoint(50, 300), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }

    public static byte[] Mp3()
    {
        // 128 kbit/s at 44,100 Hz: 417 bytes each
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];
        byte[] frames = [.. frame, .. frame, .. frame];
        byte[] id3v2 = [.. "ID3\u0004\0\0\0\0\0"u8, (byte)Secret.Length, .. SecretBytes];
        byte[] id3v1 = [.. "TAG"u8, .. SecretBytes, .. new byte[125 - Secret.Length]];
        byte[] apeFooter = [.. "APETAGEX"u8, .. Little(2000), .. Little(32 + Secret.Length), .. Little(1), .. Little(0), .. new byte[8]];
        return [.. id3v2, .. frames, .. SecretBytes, .. apeFooter, .. id3v1];
    }

    public static byte[] Wav()
    {
        byte[] chunks =
        [
            .. "fmt "u8,
            .. Little(16),
            .. new byte[16],
            .. "LIST"u8,
            .. Little(Secret.Length + 1),
            .. SecretBytes,
            0,
            .. "data"u8,
            .. Little(8),
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
        ];
        return [.. "RIFF"u8, .. Little(4 + chunks.Length), .. "WAVE"u8, .. chunks];
    }

    public static byte[] M4a(string handler = "soun") =>
        [
            .. Box("ftyp", "M4A \0\0\0\0"u8.ToArray()),
            .. Box(
                "moov",
                [
                    .. Box(
                        "trak",
                        Box("mdia", Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(handler), .. new byte[12]]))
                    ),
                    .. Box("udta", Box("©xyz"[1..].PadLeft(4, 'x'), SecretBytes)),
                ]
            ),
            .. Box("mdat", [1, 2, 3, 4]),
            .. Box("uuid", SecretBytes),
        ];

    /// <summary>A voice message whose comments span two pages, as an embedded picture causes.</summary>
    public static byte[] Ogg()
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, .. new byte[9]];
        byte[] tags =
        [
            .. "OpusTags"u8,
            .. Little(Secret.Length),
            .. SecretBytes,
            .. Little(1),
            .. Little(400),
            .. Enumerable.Repeat(SecretBytes, 40).SelectMany(b => b).Take(400),
        ];
        return
        [
            .. OggPage(0, [(byte)head.Length], head),
            .. OggPage(1, [255], tags[..255]),
            .. OggPage(2, [(byte)(tags.Length - 255), 3], [.. tags[255..], 7, 8, 9]),
        ];
    }

    private static byte[] OggPage(int number, byte[] lacing, byte[] body)
    {
        byte[] page =
        [
            .. "OggS"u8,
            .. new byte[10],
            .. Little(77),
            .. Little(number),
            .. Little(0),
            (byte)lacing.Length,
            .. lacing,
            .. body,
        ];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), OggSum(page));
        return page;
    }

    /// <summary>By long division over the bits, a different method from the program's.</summary>
    public static uint OggSum(ReadOnlySpan<byte> bytes)
    {
        ulong rest = 0;
        foreach (var b in (byte[])[.. bytes, 0, 0, 0, 0])
            for (var bit = 7; bit >= 0; bit--)
            {
                rest = (rest << 1) | (uint)((b >> bit) & 1);
                if ((rest & 0x1_0000_0000) != 0)
                    rest ^= 0x1_04C1_1DB7;
            }
        return (uint)rest;
    }

    private static byte[] Box(string name, byte[] inside)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, inside.Length + 8);
        return [.. size, .. Encoding.ASCII.GetBytes(name), .. inside];
    }

    private static byte[] Little(int value) => BitConverter.GetBytes(value);
}
