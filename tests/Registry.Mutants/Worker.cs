using System.Diagnostics;
using System.Text.Json;
using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <summary>The process that runs the tests on the mutated sources. It is killed if it does not answer in time.</summary>
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

    /// <returns>Null if the tests did not finish in time or the process died: the mutant hangs or breaks the program.</returns>
    public async Task<Verdict?> JudgeAsync(Trial trial, bool setUp)
    {
        if (setUp)
            await DisposeAsync();
        if (_process is null)
        {
            _process = Start("judge", setUp ? $"{trial.Mutant}" : "-1");
            if (await SaysAsync(CancellationToken.None) != Runner.Ready)
            {
                await DisposeAsync();
                return setUp ? null : throw new InvalidOperationException("The tests could not be begun.");
            }
        }
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(trial));
        await _process.StandardInput.FlushAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(trial.Seconds * 3 + 120));
        var verdict = await SaysAsync(patience.Token) is { } said ? JsonSerializer.Deserialize<Verdict>(said) : null;
        if (setUp || verdict is null)
            await DisposeAsync();
        return verdict;
    }

    /// <summary>The next line meant for us; null if none came in time or the process died.</summary>
    private async Task<string?> SaysAsync(CancellationToken patience)
    {
        try
        {
            while (await _process!.StandardOutput.ReadLineAsync(patience) is { } line)
                if (line.StartsWith(Runner.Mark, StringComparison.Ordinal))
                    return line[Runner.Mark.Length..];
        }
        catch (OperationCanceledException)
        {
            // reported by the answer
        }
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
        // most of the time is JIT compilation
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
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
