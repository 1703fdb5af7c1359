using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Registry.Tests.Children;

/// <summary>Small files crafted to exhaust their reader.</summary>
internal static class HostileFiles
{
    /// <summary>Nested boxes, 8 bytes each.</summary>
    public static byte[] NestedBoxes(int depth = 50_000)
    {
        var boxes = new byte[depth * 8];
        for (var i = 0; i < depth; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(boxes.AsSpan(i * 8), boxes.Length - (i * 8));
            "moov"u8.CopyTo(boxes.AsSpan((i * 8) + 4));
        }
        return [.. "\0\0\0\u0010ftypM4A \0\0\0\0"u8, .. boxes];
    }

    /// <summary>Each object is only a reference to the next one.</summary>
    public static byte[] ChainOfObjects(int length = 20_000) =>
        Pdf([
            "<< /Type /Catalog /Pages 2 0 R >>",
            .. Enumerable.Range(3, length).Select(next => $"{next} 0 R"),
            "<< /Type /Pages /Kids [] /Count 0 >>",
        ]);

    /// <summary>Nested page trees.</summary>
    public static byte[] NestedKids(int depth = 20_000) =>
        Pdf([
            "<< /Type /Catalog /Pages 2 0 R >>",
            .. Enumerable
                .Range(2, depth)
                .Select(own => $"<< /Type /Pages /Count 1 /Kids [{own + 1} 0 R]{(own == 2 ? "" : $" /Parent {own - 1} 0 R")} >>"),
            $"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 200 200] >>",
        ]);

    private static readonly Lazy<byte[]> Twice = new(() => DeflatedTwice(800));

    /// <summary>The page is in a stream that is deflated twice: a million times longer unpacked.</summary>
    public static byte[] DeflatedTwice() => Twice.Value;

    private static byte[] DeflatedTwice(int megabytes)
    {
        const string page = "4 0 << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";
        using var inner = new MemoryStream();
        using (var zip = new ZLibStream(inner, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.ASCII.GetBytes(page));
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < megabytes; i++)
                zip.Write(blank);
        }
        using var outer = new MemoryStream();
        using (var zip = new ZLibStream(outer, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(inner.ToArray());
        var packed = Encoding.Latin1.GetString(outer.ToArray());
        var pdf = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        foreach (
            var body in new[]
            {
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                $"<< /Type /ObjStm /N 1 /First 4 /Length {packed.Length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n{packed}\nendstream",
            }
        )
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        // type, offset or stream, index within it: one, four and one byte
        byte[][] entries =
        [
            [0, 0, 0, 0, 0, 0],
            .. offsets.Select(o => (byte[])[1, (byte)(o >> 24), (byte)(o >> 16), (byte)(o >> 8), (byte)o, 0]),
            [2, 0, 0, 0, 3, 0],
            [1, (byte)(start >> 24), (byte)(start >> 16), (byte)(start >> 8), (byte)start, 0],
        ];
        var table = Encoding.Latin1.GetString([.. entries.SelectMany(e => e)]);
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length {table.Length} >>\nstream\n{table}\nendstream\nendobj\nstartxref\n{start}\n%%EOF"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>One color: hundreds of thousands of bytes expand to hundreds of millions.</summary>
    public static byte[] Picture(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgb565, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.Green);
        return bitmap.Encode(format, 50).ToArray();
    }

    private static byte[] Pdf(IEnumerable<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in objects)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Root 1 0 R /Size {offsets.Count + 1} >>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
