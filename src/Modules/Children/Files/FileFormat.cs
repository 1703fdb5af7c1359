namespace Registry.Children.Files;

/// <summary>The accepted file formats; the names are stored in the database.</summary>
internal enum FileFormat
{
    Jpeg,
    Png,
    Webp,
    Pdf,
    Mp3,
    M4a,
    Ogg,
    Wav,
}

/// <summary>The format is detected from the content alone: neither the file's name nor the sender's type counts.</summary>
internal static class FileFormats
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null if the content has no accepted format.</returns>
    public static FileFormat? Of(ReadOnlySpan<byte> content) =>
        content.Length < 12 ? null
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileFormat.Jpeg
        : content.StartsWith(Png) ? FileFormat.Png
        : content.StartsWith("%PDF-"u8) ? FileFormat.Pdf
        : content.StartsWith("OggS"u8) ? FileFormat.Ogg
        : content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? FileFormat.Webp
        : content.StartsWith("RIFF"u8) && content[8..].StartsWith("WAVE"u8) ? FileFormat.Wav
        : content[4..].StartsWith("ftyp"u8) ? FileFormat.M4a
        : content.StartsWith("ID3"u8) || IsMpegAudio(content) ? FileFormat.Mp3
        : null;

    /// <summary>Eleven set bits, and layer III.</summary>
    public static bool IsMpegAudio(ReadOnlySpan<byte> content) => content.Length > 1 && content[0] == 0xFF && (content[1] & 0xE6) == 0xE2;

    public static string MediaType(this FileFormat format) =>
        format switch
        {
            FileFormat.Jpeg => "image/jpeg",
            FileFormat.Png => "image/png",
            FileFormat.Webp => "image/webp",
            FileFormat.Pdf => "application/pdf",
            FileFormat.Mp3 => "audio/mpeg",
            FileFormat.M4a => "audio/mp4",
            FileFormat.Ogg => "audio/ogg",
            _ => "audio/wav",
        };

    public static string Extension(this FileFormat format) =>
        format switch
        {
            FileFormat.Jpeg => ".jpg",
            FileFormat.Png => ".png",
            FileFormat.Webp => ".webp",
            FileFormat.Pdf => ".pdf",
            FileFormat.Mp3 => ".mp3",
            FileFormat.M4a => ".m4a",
            FileFormat.Ogg => ".ogg",
            _ => ".wav",
        };
}
