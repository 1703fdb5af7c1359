using System.Diagnostics;
using System.Globalization;

namespace Registry.Platform.Parsing;

/// <summary>A process of our own binary that reads foreign files; the host watches what it takes and ends it.</summary>
internal sealed class ParserWorker : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>All that a worker needs of the host's environment, which also holds keys and passwords.</summary>
    private static readonly string[] Inherited =
    [
        "PATH",
        "DOTNET_ROOT",
        "LD_LIBRARY_PATH",
        "HOME",
        "TMPDIR",
        "TEMP",
        "TMP",
        "SystemRoot",
        "LANG",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];
    private readonly Process _process;
    private readonly ParsingSettings _settings;
    private bool _gone;

    private ParserWorker(Process process, ParsingSettings settings) => (_process, _settings) = (process, settings);

    public static ParserWorker Start(ParsingSettings settings)
    {
        var start = Command();
        start.ArgumentList.Add(ParserProcess.Argument);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        var inherited = Inherited.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
            if (value is not null)
                start.Environment[name] = value;
        // managed memory ends before the process has to be ended
        start.Environment["DOTNET_GCHeapHardLimit"] = (settings.Megabytes * Megabyte * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new(Process.Start(start) ?? throw new InvalidOperationException("The reader of files did not start."), settings);
    }

    /// <summary>The host's own file, whether it was started by its own name, by dotnet or by a test.</summary>
    private static ProcessStartInfo Command()
    {
        const string host = "Registry.Host";
        var self = Environment.ProcessPath ?? "dotnet";
        if (Path.GetFileNameWithoutExtension(self).Equals(host, StringComparison.OrdinalIgnoreCase))
            return new(self);
        var dotnet = Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? self : "dotnet";
        return new(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, $"{host}.dll")]);
    }

    /// <summary>False: it has ended, or has grown and does not shrink; another one takes its place.</summary>
    public bool IsFresh => !_gone && !_process.HasExited && Resident() < _settings.Megabytes * Megabyte / 2;

    /// <summary>Ends the worker when the file costs too much; never throws for what the file does.</summary>
    public async Task<ParsedFile> ParseAsync(byte[] content, CancellationToken ct)
    {
        var (started, workedBefore) = (Stopwatch.GetTimestamp(), Worked());
        var answer = AskAsync(content);
        while (!answer.IsCompleted)
        {
            await Task.WhenAny(answer, Task.Delay(Glance, CancellationToken.None));
            if (answer.IsCompleted)
                break;
            var refusal =
                Resident() > _settings.Megabytes * Megabyte ? ParserPool.TooMuchMemory
                : IsOver(Worked() - workedBefore, Stopwatch.GetElapsedTime(started)) ? ParserPool.TooSlow
                : null;
            if (refusal is null && !ct.IsCancellationRequested)
                continue;
            Kill();
            await answer;
            ct.ThrowIfCancellationRequested();
            return ParsedFile.Refused(refusal!);
        }
        return await answer ?? ParsedFile.Refused(ParserPool.Damaged);
    }

    /// <returns>Null when the worker died over it.</returns>
    private async Task<ParsedFile?> AskAsync(byte[] content)
    {
        try
        {
            await Frames.WriteAsync(_process.StandardInput.BaseStream, content, CancellationToken.None);
            await _process.StandardInput.BaseStream.FlushAsync();
            return await Frames.ReadFileAsync(_process.StandardOutput.BaseStream, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException or ObjectDisposedException or InvalidOperationException)
        {
            Kill();
            return null;
        }
    }

    private bool IsOver(TimeSpan worked, TimeSpan passed) =>
        worked.TotalSeconds > _settings.Seconds || passed.TotalSeconds > _settings.Seconds * ParsingSettings.Patience;

    private long Resident() => Of(p => p.WorkingSet64);

    private TimeSpan Worked() => Of(p => p.TotalProcessorTime);

    private T Of<T>(Func<Process, T> measure)
        where T : struct
    {
        try
        {
            _process.Refresh();
            return measure(_process);
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return default; // its answer says so
        }
    }

    private void Kill()
    {
        _gone = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // it had ended by itself
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
