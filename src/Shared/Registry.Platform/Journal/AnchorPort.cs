using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Configuration;
using Registry.Basics;

namespace Registry.Platform.Journal;

/// <summary>
/// Places outside the machine: a folder (<c>Registry:Journal:Anchors</c>), a syslog receiver over TCP (<c>Registry:Journal:Syslog</c>, host:port) and an address that
/// takes each line as a POST (<c>Registry:Journal:Post</c>). Each must only ever be added to.
/// </summary>
/// <param name="SyslogTls">Speaks TLS to the syslog receiver (RFC 5425, ASVS 12.3.1): always, unless it is at the machine itself or the setting says otherwise.</param>
public sealed record OutsideAnchors(string? Folder, string? Syslog, Uri? Post, bool SyslogTls = false)
{
    public bool AreSet => Folder is not null || Syslog is not null || Post is not null;

    public static OutsideAnchors From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Registry:Journal");
        return new(
            section["Anchors"] is { Length: > 0 } folder ? folder : null,
            section["Syslog"] is { Length: > 0 } syslog ? syslog : null,
            section["Post"] is { Length: > 0 } post ? new Uri(post) : null,
            section.GetValue("SyslogTls", section["Syslog"] is { Length: > 0 } receiver && !LocalMachine.Is(receiver))
        );
    }

    /// <summary>host:port</summary>
    public static bool IsAddress(string text) =>
        text.Split(':') is [{ Length: > 0 }, var port] && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

/// <summary>Sends lines to receivers that keep them; nothing is read back: <c>journal compare FILE</c> looks at what they kept.</summary>
public sealed class AnchorPort(OutsideAnchors outside) : IDisposable
{
    /// <summary>Facility «log audit», severity «notice».</summary>
    private const int Priority = 13 * 8 + 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Longest };

    public bool IsSet => outside.Syslog is not null || outside.Post is not null;

    /// <exception cref="HttpRequestException">The receiver does not take it.</exception>
    /// <exception cref="IOException">The receiver cannot be reached.</exception>
    public async Task SendAsync(string line, CancellationToken ct)
    {
        if (outside.Syslog is { } syslog)
            await LogAsync(syslog, line, ct);
        if (outside.Post is { } address)
        {
            using var content = new StringContent(line + "\n", Encoding.UTF8, "text/plain");
            using var answer = await _http.PostAsync(address, content, ct);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>RFC 5424 over TCP, its length before each message (RFC 6587).</summary>
    private async Task LogAsync(string receiver, string line, CancellationToken ct)
    {
        var address = receiver.Split(':');
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(Longest);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address[0], int.Parse(address[1], CultureInfo.InvariantCulture), stop.Token);
            await using Stream stream = outside.SyslogTls ? await SpeakTlsAsync(client, address[0], stop.Token) : client.GetStream();
            var message = Encoding.UTF8.GetBytes($"<{Priority}>1 - {Environment.MachineName} registry - journal - {line}");
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{message.Length} "), stop.Token);
            await stream.WriteAsync(message, stop.Token);
            await stream.FlushAsync(stop.Token);
        }
        catch (Exception problem)
            when (problem is SocketException or AuthenticationException
                || (problem is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            throw new IOException("The syslog receiver cannot be reached.", problem);
        }
    }

    /// <exception cref="AuthenticationException">The receiver's certificate is not trusted by the machine, or is another host's.</exception>
    private static async Task<SslStream> SpeakTlsAsync(TcpClient client, string host, CancellationToken ct)
    {
        var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
                ct
            );
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();
}
