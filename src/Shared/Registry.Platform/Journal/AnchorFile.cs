using System.Diagnostics;
using System.Text;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>A file of signed lines, appended to by one process at a time.</summary>
internal sealed class AnchorFile(string path)
{
    private const int Tail = 4_096;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>A line takes milliseconds; whoever compares the whole file with the chain takes seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Declared gaps in the file; read once.</summary>
    private HashSet<string>? _restores;

    public string Path => path;
    public bool Exists => File.Exists(path);

    /// <summary>A file of another path is another anchor, and so is the same path of another machine.</summary>
    public string Mark => JournalMark.Of($"{Environment.MachineName}:{path}");

    /// <summary>The lines with their numbers in the file; null for one that is torn or damaged.</summary>
    public async IAsyncEnumerable<(int Number, AnchorLine? Line)> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        if (!Exists)
            yield break;
        await using var file = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, ct);
        using var reader = new StreamReader(file, Encoding.UTF8);
        for (var number = 1; await reader.ReadLineAsync(ct) is { } text; number++)
            if (text.Length > 0)
                yield return (number, AnchorLine.Read(text));
    }

    /// <summary>
    /// Appends declared gaps that are not in the file yet, then the head unless it is the last line already. A torn last line stays as it is. Where the mark knows of
    /// more lines than the file holds, numbers go on from the mark: the hole stays visible.
    /// </summary>
    /// <param name="keep">Keeps the new mark while the file is still held.</param>
    /// <exception cref="IOException">The folder cannot be reached.</exception>
    public async Task AppendAsync(
        (long Seq, string Hash, DateTime At) head,
        IReadOnlyList<JournalRestore> restores,
        JournalMark? mark,
        JournalSigner signer,
        Func<JournalMark, Task> keep,
        CancellationToken ct
    )
    {
        var missing = await MissingAsync(restores, ct);
        await using var file = await HoldAsync(ct);
        var (last, torn) = await LastAsync(file, ct);
        var (number, before) =
            mark is not null && mark.Number > (last?.Number ?? 0) ? (mark.Number, mark.LineMac) : (last?.Number ?? 0, last?.Mac ?? []);
        var lines = new List<AnchorLine>();
        foreach (var restore in missing)
            Add(AnchorLine.OfRestore(++number, restore, before, signer));
        if (
            lines.Count > 0
            || (last?.Seq, last?.Hash) != (head.Seq, head.Hash)
            || last is { IsSigned: false }
            || mark?.Number > last?.Number
        )
            Add(AnchorLine.OfHead(++number, head.Seq, head.Hash, head.At, before, signer));
        if (lines.Count > 0)
        {
            var text = string.Concat(lines.Select(l => $"{l}\n"));
            await file.WriteAsync(Encoding.UTF8.GetBytes(torn ? "\n" + text : text), ct);
            file.Flush(flushToDisk: true);
            _restores?.UnionWith(missing.Select(r => r.Id.ToString("N")));
        }
        if (lines.Count > 0 || (last is not null && mark is null))
            await keep(
                new()
                {
                    Name = Mark,
                    Number = number,
                    Seq = head.Seq,
                    Hash = Convert.FromHexString(head.Hash),
                    LineMac = before,
                }
            );

        void Add(AnchorLine line)
        {
            lines.Add(line);
            before = line.Mac;
        }
    }

    private async Task<List<JournalRestore>> MissingAsync(IReadOnlyList<JournalRestore> restores, CancellationToken ct)
    {
        if (restores.Count == 0)
            return [];
        if (_restores is null)
        {
            _restores = new(StringComparer.Ordinal);
            await foreach (var (_, line) in ReadAsync(ct))
                if (line?.RestoreId is { } id)
                    _restores.Add(id);
        }
        return [.. restores.Where(r => !_restores.Contains(r.Id.ToString("N")))];
    }

    /// <summary>Opens the file for this process alone.</summary>
    private async Task<FileStream> HoldAsync(CancellationToken ct)
    {
        var file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, ct);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Waits while another process writes its line, or reads where this one wants to write.</summary>
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, FileShare share, CancellationToken ct)
    {
        for (var began = Stopwatch.GetTimestamp(); ; )
            try
            {
                return new FileStream(path, mode, access, share, 1 << 16, useAsync: false);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(began) < Patience && File.Exists(path))
            {
                await Task.Delay(Pause, ct);
            }
    }

    /// <returns>The last whole line, and whether the file ends within a line.</returns>
    private static async Task<(AnchorLine? Last, bool Torn)> LastAsync(FileStream file, CancellationToken ct)
    {
        if (file.Length == 0)
            return (null, false);
        var from = Math.Max(0, file.Length - Tail);
        file.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[file.Length - from];
        await file.ReadExactlyAsync(bytes, ct);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return (lines.Reverse().Select(AnchorLine.Read).FirstOrDefault(l => l is not null), bytes[^1] != (byte)'\n');
    }
}
