using System.Buffers.Binary;
using System.Text;

namespace Registry.Platform.Parsing;

/// <summary>What came of reading a foreign file.</summary>
/// <param name="Refusal">Code of the refusal; empty when it was read.</param>
/// <param name="Format">What the file truly is, as its parser names it.</param>
public sealed record ParsedFile(string Refusal, string Format, byte[] Content)
{
    public static ParsedFile Refused(string code) => new(code, "", []);
}

/// <summary>How host and worker talk: each part is its length in four bytes, then so many bytes.</summary>
internal static class Frames
{
    /// <summary>No part of a file or an answer is longer.</summary>
    public const int Longest = 64 * 1024 * 1024;

    public static async Task WriteAsync(Stream to, ReadOnlyMemory<byte> part, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        await to.WriteAsync(length, ct);
        await to.WriteAsync(part, ct);
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">The length cannot be.</exception>
    public static async Task<byte[]> ReadAsync(Stream from, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        await from.ReadExactlyAsync(length, ct);
        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > Longest)
            throw new InvalidDataException();
        var part = new byte[count];
        await from.ReadExactlyAsync(part, ct);
        return part;
    }

    public static async Task WriteAsync(Stream to, ParsedFile file, CancellationToken ct)
    {
        await WriteAsync(to, Encoding.UTF8.GetBytes(file.Refusal), ct);
        await WriteAsync(to, Encoding.UTF8.GetBytes(file.Format), ct);
        await WriteAsync(to, file.Content, ct);
        await to.FlushAsync(ct);
    }

    public static async Task<ParsedFile> ReadFileAsync(Stream from, CancellationToken ct) =>
        new(
            Encoding.UTF8.GetString(await ReadAsync(from, ct)),
            Encoding.UTF8.GetString(await ReadAsync(from, ct)),
            await ReadAsync(from, ct)
        );
}
