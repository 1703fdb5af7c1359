using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Registry.Tests.Access;

/// <summary>A mail server on loopback that keeps what it receives; it can refuse the first mails as a busy server would.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public MailServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    public int Refuse { get; set; }
    public List<MimeMessage> Mails { get; } = [];

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await ServeAsync(client.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n")).AsTask();
        await SayAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await SayAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                    mail.Append(part).Append("\r\n");
                Mails.Add(await MimeMessage.LoadAsync(new MemoryStream(Encoding.ASCII.GetBytes(mail.ToString()))));
                await SayAsync("250 kept");
            }
            else if (line == "QUIT")
            {
                await SayAsync("221 bye");
                return;
            }
            else if (line.StartsWith("MAIL", StringComparison.Ordinal) && Refuse > 0)
            {
                Refuse--;
                await SayAsync("451 busy");
            }
            else
                await SayAsync("250 well");
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }
}
