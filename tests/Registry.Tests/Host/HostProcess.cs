using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Registry.Tests.Host;

/// <summary>The host as a separate process, as an operator starts, stops and kills it.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private HostProcess(string folder, int? port, Dictionary<string, string>? more, string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Registry.Host.dll"), .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment["Registry__Data"] = folder;
        start.Environment["Registry__Demo"] = "true";
        start.Environment["Registry__Jobs"] = "false";
        start.Environment["Registry__LogLevel"] = "Fatal";
        start.Environment["Registry__SignIn__RequireHttps"] = "false";
        start.Environment["Registry__SignIn__SecondFactor"] = "false";
        start.Environment["Registry__SignIn__PasswordRounds"] = "1000";
        foreach (var (key, value) in more ?? [])
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Say(line.Data);
        _process.ErrorDataReceived += (_, line) => Say(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Say(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }

    /// <summary>A serving host.</summary>
    public static HostProcess Start(string folder, int port, Dictionary<string, string>? more = null) => new(folder, port, more, []);

    /// <summary>An operator command: its exit code and output.</summary>
    public static Task<(int Code, string Said)> RunAsync(string folder, params string[] command) => RunAsync(folder, null, command);

    public static async Task<(int Code, string Said)> RunAsync(string folder, Dictionary<string, string>? more, params string[] command)
    {
        using var process = new HostProcess(folder, 0, more, command);
        using var longest = new CancellationTokenSource(LongestCommand);
        try
        {
            await process._process.WaitForExitAsync(longest.Token);
        }
        catch (OperationCanceledException)
        {
            await process.KillAsync();
        }
        lock (process._said)
            return (process._process.ExitCode, process._said.ToString());
    }

    public static HttpClient Browser(int port) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new($"http://localhost:{port}"),
            Timeout = TimeSpan.FromSeconds(20),
        };

    public static async Task WaitAsync(HttpClient browser)
    {
        var last = "";
        for (var i = 0; i < 1_800; i++)
        {
            try
            {
                var answer = await browser.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
                last = await answer.Content.ReadAsStringAsync();
            }
            catch (Exception early) when (early is HttpRequestException or OperationCanceledException)
            {
                last = early.Message;
            }
            await Task.Delay(100);
        }
        Assert.Fail($"The host did not start: {last}");
    }

    public static async Task SignInAsync(HttpClient browser, string login)
    {
        (await browser.PostAsJsonAsync("/api/access/sign-in", new { login, password = "kyzyl-alma-2026-demo" })).EnsureSuccessStatusCode();
        (await browser.GetAsync("/auth/begin?to=/api/access/me")).EnsureSuccessStatusCode();
    }

    /// <summary>The most memory that it has held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>As a service manager stops it: the host finishes what it has begun.</summary>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
            _process.Kill();
        else
            using (var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
                await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
