using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>Files pass a virus scanner if one is configured; it speaks clamd's protocol.</summary>
[Clause("14.3", "15.2")]
public sealed class VirusScannerTests : IAsyncDisposable
{
    private readonly StandIn _scanner = new();
    private readonly RegistryHost _host;

    public VirusScannerTests() => _host = new() { More = new() { ["Registry:Scanner"] = $"127.0.0.1:{_scanner.Port}" } };

    private async Task<HttpResponseMessage> SendAsync(byte[] content)
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var file = new
        {
            to = "card",
            name = "a",
            title = "x",
            content,
        };
        return await holder.PostAsync($"/api/children/cards/{child}/attachments", file);
    }

    private async Task<string> ReadinessAsync() => await (await _host.Browser().GetAsync("/health/ready")).Content.ReadAsStringAsync();

    [Fact]
    public async Task A_clean_file_is_taken_and_one_with_a_virus_refused_at_its_field()
    {
        await SendAsync(SampleFiles.Pdf()).JsonAsync(HttpStatusCode.Created);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(_scanner.Received), StringComparison.Ordinal);
        _scanner.Answer = "stream: Win.Test.EICAR_HDB-1 FOUND";
        var refused = await SendAsync(SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal(("content", "file.virus"), (error.Text("field"), error.Text("code")));
        Assert.DoesNotContain("virus-scanner", await ReadinessAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_is_taken_unseen_and_readiness_says_that_the_scanner_is_gone()
    {
        _scanner.Answer = "INSTREAM size limit exceeded. ERROR";
        await SendAsync(SampleFiles.Png()).RefusedAsync(HttpStatusCode.ServiceUnavailable, "file.not-scanned");
        _scanner.Dispose();
        var refused = await SendAsync(SampleFiles.Png());
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        await Task.FromResult(refused).RefusedAsync(HttpStatusCode.ServiceUnavailable, "file.not-scanned");
        Assert.Contains("virus-scanner", await ReadinessAsync(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _scanner.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>A clamd that gives the answers set by the test.</summary>
    private sealed class StandIn : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public StandIn()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
        public string Answer { get; set; } = "stream: OK";
        public byte[] Received { get; private set; } = [];

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    var command = await CommandAsync(stream);
                    if (command == "zINSTREAM")
                        Received = await PiecesAsync(stream);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes((command == "zPING" ? "PONG" : Answer) + "\0"));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
            {
                // the test is over
            }
        }

        private static async Task<string> CommandAsync(NetworkStream stream)
        {
            var command = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one) > 0 && one[0] != 0)
                command.Add(one[0]);
            return Encoding.ASCII.GetString([.. command]);
        }

        private static async Task<byte[]> PiecesAsync(NetworkStream stream)
        {
            using var all = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0)
                    return all.ToArray();
                await stream.ReadExactlyAsync(piece);
                all.Write(piece);
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
