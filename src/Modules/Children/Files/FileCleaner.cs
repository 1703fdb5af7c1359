using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Parsing;

namespace Registry.Children.Files;

internal sealed record CleanFile(FileFormat Format, byte[] Content);

/// <summary>Strips metadata (place, device, author, embedded programs) from a file before the Base stores it; done in a worker process.</summary>
internal sealed class FileCleaner(ParserPool pool, VirusScanner scanner) : IFileCleaning
{
    /// <exception cref="DomainException">The file is rejected, 400 at <c>content</c>; the virus scanner does not answer, 503.</exception>
    public async Task<CleanFile> CleanAsync(byte[] content, CancellationToken ct)
    {
        // checked by its first bytes before a process is started
        if (FileFormats.Of(content) is null)
            throw Cleaning.Refused("file.unknown-kind");
        if (await scanner.FindsAsync(content, ct))
            throw Cleaning.Refused("file.virus");
        var file = await pool.ParseAsync(content, ct);
        return file.Refusal.Length == 0 ? new(Enum.Parse<FileFormat>(file.Format), file.Content) : throw Cleaning.Refused(file.Refusal);
    }

    async Task<CleanedFile> IFileCleaning.CleanAsync(byte[] content, CancellationToken ct)
    {
        var clean = await CleanAsync(content, ct);
        return new(clean.Format.MediaType(), clean.Format.Extension(), clean.Content);
    }
}
