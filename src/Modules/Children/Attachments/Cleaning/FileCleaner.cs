using Registry.Contracts;
using Registry.Kernel;

namespace Registry.Children.Attachments.Cleaning;

internal sealed record CleanFile(FileFormat Format, byte[] Content);

/// <summary>Takes from a file what it says about its maker (place, device, author, programs inside) before the Base keeps it.</summary>
internal sealed class FileCleaner : IFileCleaning
{
    /// <summary>Pictures are opened whole in memory: two at a time, whatever number is sent at once.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <exception cref="DomainException"><c>file.unknown-kind</c>, <c>file.damaged</c>, <c>file.locked</c>, <c>file.too-many-pixels</c>; all 400 at <c>content</c>.</exception>
    public async Task<CleanFile> CleanAsync(byte[] content, CancellationToken ct)
    {
        var format = FileFormats.Of(content) ?? throw Refused("file.unknown-kind");
        await _turns.WaitAsync(ct);
        try
        {
            return new(format, await Task.Run(() => Clean(format, content), ct));
        }
        finally
        {
            _turns.Release();
        }
    }

    async Task<CleanedFile> IFileCleaning.CleanAsync(byte[] content, CancellationToken ct)
    {
        var clean = await CleanAsync(content, ct);
        return new(clean.Format.MediaType(), clean.Format.Extension(), clean.Content);
    }

    private static byte[] Clean(FileFormat format, byte[] content) =>
        format switch
        {
            FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp => Picture.Clean(content, format),
            FileFormat.Pdf => Pdf.Clean(content),
            FileFormat.Mp3 => Mp3.Clean(content),
            FileFormat.M4a => M4a.Clean(content),
            FileFormat.Ogg => Ogg.Clean(content),
            _ => Wav.Clean(content),
        };

    public static DomainException Refused(string code) => new(code, 400, "content");
}
