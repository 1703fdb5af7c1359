using SkiaSharp;

namespace Registry.Children.Files;

/// <summary>A picture is redrawn from its pixels, so that nothing else is left: no place, no device, no second file hidden behind it.</summary>
internal static class Picture
{
    /// <summary>The most pixels drawn, four bytes each; a larger photo is scaled down if its format can be decoded that way.</summary>
    private const long MostPixels = 40_000_000;
    private const long MostClaimed = 120_000_000;
    private const int Quality = 90;

    public static byte[] Clean(byte[] content, FileFormat format)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data) ?? throw Cleaning.Refused("file.damaged");
        // checked before decoding a pixel: a small file can claim a huge picture
        var size = SizeToDraw(codec);
        using var space = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType, space);
        using var pixels = SKBitmap.Decode(codec, info) ?? throw Cleaning.Refused("file.damaged");
        if (codec.EncodedOrigin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
            return Encode(pixels, format);
        using var upright = Upright(pixels, codec.EncodedOrigin);
        return Encode(upright, format);
    }

    private static byte[] Encode(SKBitmap picture, FileFormat format)
    {
        using var drawn = picture.Encode(EncodedAs(format), Quality) ?? throw Cleaning.Refused("file.damaged");
        return drawn.ToArray();
    }

    private static SKSizeI SizeToDraw(SKCodec codec)
    {
        var claimed = (long)codec.Info.Width * codec.Info.Height;
        var size = claimed switch
        {
            <= MostPixels => new SKSizeI(codec.Info.Width, codec.Info.Height),
            // such formats are decoded in eighths
            <= MostClaimed => codec.GetScaledDimensions(MathF.Floor(8 * MathF.Sqrt((float)MostPixels / claimed)) / 8),
            _ => throw Cleaning.Refused("file.too-many-pixels"),
        };
        return (long)size.Width * size.Height <= MostPixels ? size : throw Cleaning.Refused("file.too-many-pixels");
    }

    /// <summary>The camera's orientation is in the removed metadata, so the picture itself is rotated.</summary>
    private static SKBitmap Upright(SKBitmap pixels, SKEncodedOrigin origin)
    {
        var (w, h) = (pixels.Width, pixels.Height);
        var lies =
            origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(pixels.Info.WithSize(lies ? h : w, lies ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(
            origin switch
            {
                SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
                SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
                _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            }
        );
        canvas.DrawBitmap(pixels, 0, 0);
        return upright;
    }

    private static SKEncodedImageFormat EncodedAs(FileFormat format) =>
        format switch
        {
            FileFormat.Jpeg => SKEncodedImageFormat.Jpeg,
            FileFormat.Png => SKEncodedImageFormat.Png,
            _ => SKEncodedImageFormat.Webp,
        };
}
