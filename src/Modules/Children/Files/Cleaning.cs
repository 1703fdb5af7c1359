using Registry.Basics;
using Registry.Platform.Parsing;

namespace Registry.Children.Files;

/// <summary>A worker process's handling of a file.</summary>
internal static class Cleaning
{
    /// <exception cref="DomainException"><c>file.unknown-kind</c>, <c>file.damaged</c>, <c>file.locked</c>, <c>file.too-many-pixels</c>, <c>file.too-many-pages</c>; all 400 at <c>content</c>.</exception>
    public static CleanFile Clean(byte[] content)
    {
        var format = FileFormats.Of(content) ?? throw Refused("file.unknown-kind");
        return new(
            format,
            format switch
            {
                FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp => Picture.Clean(content, format),
                FileFormat.Pdf => Pdf.Clean(content),
                FileFormat.Mp3 => Mp3.Clean(content),
                FileFormat.M4a => M4a.Clean(content),
                FileFormat.Ogg => Ogg.Clean(content),
                _ => Wav.Clean(content),
            }
        );
    }

    public static ParsedFile Parse(byte[] content)
    {
        var clean = Clean(content);
        return new("", clean.Format.ToString(), clean.Content);
    }

    public static DomainException Refused(string code) => new(code, 400, "content");
}
