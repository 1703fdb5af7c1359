using Registry.Basics;

namespace Registry.Platform.Parsing;

/// <summary>The worker's side: reads one file after the other from its input until that ends with the host.</summary>
public static class ParserProcess
{
    /// <summary>The host's own binary, started with this word, reads foreign files and is nothing else.</summary>
    public const string Argument = "read-foreign-files";

    /// <param name="parse">Refuses by <see cref="DomainException"/>; whatever else it throws means that the file is damaged.</param>
    public static async Task RunAsync(Func<byte[], ParsedFile> parse)
    {
        await using var from = Console.OpenStandardInput();
        await using var to = Console.OpenStandardOutput();
        // a library that prints would break the frames
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        while (true)
        {
            byte[] content;
            try
            {
                content = await Frames.ReadAsync(from, CancellationToken.None);
            }
            catch (EndOfStreamException)
            {
                return;
            }
            await Frames.WriteAsync(to, Parse(parse, content), CancellationToken.None);
        }
    }

    private static ParsedFile Parse(Func<byte[], ParsedFile> parse, byte[] content)
    {
        try
        {
            return parse(content);
        }
        catch (DomainException refusal)
        {
            return ParsedFile.Refused(refusal.Code);
        }
        catch (OutOfMemoryException)
        {
            return ParsedFile.Refused(ParserPool.TooMuchMemory);
        }
        // what a broken file does to its reader is not foreseeable
        catch (Exception)
        {
            return ParsedFile.Refused(ParserPool.Damaged);
        }
    }
}
