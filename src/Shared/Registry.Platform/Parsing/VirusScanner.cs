using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Basics;

namespace Registry.Platform.Parsing;

/// <summary>A port for a scanner that speaks clamd's protocol over TCP; nothing is scanned where none is set.</summary>
/// <param name="address">Host and port, such as <c>clamd:3310</c>; null or empty for none.</param>
public sealed class VirusScanner(string? address)
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>False for a setting that is no host and port.</summary>
    public static bool IsAddress(string address) => Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var uri) && uri.Port > 0;

    public bool IsOn => !string.IsNullOrWhiteSpace(address);

    /// <returns>True when the file holds something known to be harmful.</returns>
    /// <exception cref="DomainException"><c>file.not-scanned</c>, 503: a scanner is set and does not answer as one; the file is not taken.</exception>
    public async Task<bool> FindsAsync(byte[] content, CancellationToken ct)
    {
        if (!IsOn)
            return false;
        var answer = await AskAsync("zINSTREAM\0", content, ct);
        return answer switch
        {
            { } found when found.EndsWith(" FOUND", StringComparison.Ordinal) => true,
            { } clean when clean.EndsWith(": OK", StringComparison.Ordinal) => false,
            _ => throw new DomainException("file.not-scanned", 503, "content"),
        };
    }

    public async Task<bool> AnswersAsync(CancellationToken ct) => await AskAsync("zPING\0", null, ct) is "PONG";

    /// <returns>Null when there was no answer.</returns>
    private async Task<string?> AskAsync(string command, byte[]? content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var uri = new Uri($"tcp://{address}");
            using var client = new TcpClient();
            await client.ConnectAsync(uri.Host, uri.Port, patience.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), patience.Token);
            if (content is not null)
                await SendAsync(stream, content, patience.Token);
            return await AnswerAsync(stream, patience.Token);
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Pieces with their lengths before them, then an empty one.</summary>
    private static async Task SendAsync(NetworkStream stream, byte[] content, CancellationToken ct)
    {
        var length = new byte[sizeof(uint)];
        for (var at = 0; at < content.Length; at += Piece)
        {
            var piece = content.AsMemory(at, Math.Min(Piece, content.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(piece, ct);
        }
        await stream.WriteAsync(new byte[sizeof(uint)], ct);
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken ct)
    {
        var buffer = new byte[LongestAnswer];
        var length = 0;
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), ct) is > 0 and var read)
        {
            length += read;
            if (buffer.AsSpan(0, length).Contains((byte)0))
                break;
        }
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\0', '\n');
    }
}

/// <summary>A scanner that is set and does not answer: files are not taken, all else works.</summary>
internal sealed class VirusScannerHealth(VirusScanner scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !scanner.IsOn || await scanner.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}
