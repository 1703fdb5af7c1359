using System.Diagnostics;
using System.Text.Json;
using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <summary>The process that runs the tests on the mutated sources. One that does not answer in time is ended.</summary>
internal sealed class Worker(Scratch scratch) : IAsyncDisposable
{
    private Process? _process;

    public async Task<int> CoverAsync(string file, string without)
    {
        using var process = Start("cover", file, without);
        var read = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await read;
        return process.ExitCode;
    }

    /// <returns>Null when the tests did not end in time or the process died: the mutant hangs or breaks the program.</returns>
    public async Task<Verdict?> JudgeAsync(Trial trial, bool setUp)
    {
        if (setUp)
            await DisposeAsync();
        _process ??= Start("judge", setUp ? $"{trial.Mutant}" : "-1");
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(trial));
        await _process.StandardInput.FlushAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(trial.Seconds * 2 + 60));
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith(Runner.Mark, StringComparison.Ordinal))
                {
                    if (setUp)
                        await DisposeAsync();
                    return JsonSerializer.Deserialize<Verdict>(line[Runner.Mark.Length..]);
                }
        }
        catch (OperationCanceledException)
        {
            // ended below
        }
        await DisposeAsync();
        return null;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = scratch.Tests,
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        string[] all =
        [
            "exec",
            "--runtimeconfig",
            Path.Combine(scratch.Tests, "Registry.Tests.runtimeconfig.json"),
            "--depsfile",
            Path.Combine(scratch.Tests, "Registry.Tests.deps.json"),
            Path.Combine(scratch.Tests, "Registry.Mutants.dll"),
            "inside",
            .. arguments,
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }
}
