using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Registry.Web;

/// <summary>How large sent files may be.</summary>
public static class FileLimits
{
    /// <summary>Bytes of one file.</summary>
    public const int Content = 10_000_000;

    /// <summary>Bytes of a request with one file in base64 and its description.</summary>
    public const long Body = 13_400_000;
    public const int SentName = 255;
    public const int Title = 200;

    /// <summary>The content of a file is there and not too large.</summary>
    public static void AFile<T>(this IRuleBuilder<T, byte[]> rule) =>
        rule.Must(content => content is { Length: > 0 })
            .WithErrorCode("file.empty")
            .Must(content => content is null || content.Length <= Content)
            .WithErrorCode("file.too-large");
}

/// <summary>Names that files are saved under.</summary>
public static class FileNames
{
    public const int MaxLength = 120;

    /// <summary>No folders, no characters that a disk or a header could misread; the extension shows the true format.</summary>
    public static string Safe(string sent, string extension)
    {
        var bare = Path.GetFileNameWithoutExtension(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]);
        var safe = new string([
            .. bare.Where(c => !char.IsControl(c) && c is not (':' or '*' or '?' or '"' or '<' or '>' or '|' or '%')),
        ]).Trim(' ', '.');
        return (safe.Length == 0 ? "file" : safe[..Math.Min(safe.Length, MaxLength)]) + extension;
    }
}

/// <summary>Represents, in an endpoint's declaration, a file that it answers with.</summary>
public sealed record FileAnswer;

/// <summary>More bytes than other requests may have; read by the routing.</summary>
internal sealed record LargestBody(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

public static class FileAnswers
{
    /// <summary>Answers with a file that a browser saves and never shows: it could hold a page that acts in the user's name.</summary>
    public static async Task SendFileAsync(this HttpContext context, string name, string mediaType, byte[] content, CancellationToken ct)
    {
        context.Response.ContentLength = content.Length;
        context.BeginFile(name, mediaType);
        await context.Response.Body.WriteAsync(content, ct);
    }

    /// <summary>The head of such an answer; what is written to the body follows.</summary>
    public static void BeginFile(this HttpContext context, string name, string mediaType)
    {
        context.Response.ContentType = mediaType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.MarkResponseStart();
    }
}
