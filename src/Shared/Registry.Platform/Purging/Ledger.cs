using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Journal;

namespace Registry.Platform.Purging;

/// <param name="Kind">Such as <c>purge</c>.</param>
/// <param name="Note">Codes and days only.</param>
public sealed record LedgerLine(string Kind, Guid Id, DateTime At, string Note);

/// <summary>A line that cannot be read: torn by a crash, or damaged.</summary>
/// <param name="Place">0 for the file beside the databases, 1 for the one outside the machine.</param>
public sealed record DamagedLine(string File, int Place, int Line);

/// <summary>
/// What must not be undone by restoring an older backup: purges and revoked access. It is kept outside the databases, beside the journal's anchors, and read at
/// each start before the port opens. An unreadable line is reported with its number and skipped: it stops neither a start nor the lines behind it.
/// </summary>
public sealed class Ledger(DatabaseOptions database, OutsideAnchors outside, TimeProvider time, ILogger<Ledger> log)
{
    public const string FileName = "registry.ledger";
    private const string Moment = "yyyy-MM-ddTHH:mm:ssZ";
    private readonly SemaphoreSlim _turn = new(1, 1);

    private IEnumerable<string> Files =>
        new[] { database.Folder, outside.Folder }.OfType<string>().Select(folder => Path.Combine(folder, FileName));

    /// <summary>Durable in every file when it completes. The same line twice does no harm.</summary>
    /// <exception cref="IOException">A folder cannot be written to.</exception>
    public async Task AppendAsync(string kind, Guid id, string note, CancellationToken ct)
    {
        var line = Encoding.UTF8.GetBytes($"{kind} {id:N} {time.Utc().ToString(Moment, CultureInfo.InvariantCulture)} {note}\n");
        await _turn.WaitAsync(ct);
        try
        {
            foreach (var name in Files)
            {
                // a line torn by a crash keeps its own line: this one starts on the next
                var torn = await IsTornAsync(name, ct);
                await using var file = new FileStream(name, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                await file.WriteAsync(torn ? [(byte)'\n', .. line] : line, ct);
                file.Flush(flushToDisk: true);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<bool> IsTornAsync(string name, CancellationToken ct)
    {
        if (!File.Exists(name))
            return false;
        await using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        var last = new byte[1];
        await file.ReadExactlyAsync(last, ct);
        return last[0] != (byte)'\n';
    }

    /// <summary>All lines of a kind, oldest first, from every file; unreadable ones are logged and skipped.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(IReadOnlyCollection<string> kinds, CancellationToken ct)
    {
        var (lines, damaged) = await ReadAllAsync(ct);
        foreach (var line in damaged)
            log.LogError(
                "Line {Line} of {File} cannot be read and is passed over: it was torn by a crash or damaged.",
                line.Line,
                line.File
            );
        return [.. lines.Where(l => kinds.Contains(l.Kind)).Distinct().OrderBy(l => l.At)];
    }

    /// <summary>The lines that cannot be read, in every file.</summary>
    public async Task<IReadOnlyList<DamagedLine>> DamagedAsync(CancellationToken ct) => (await ReadAllAsync(ct)).Damaged;

    private async Task<(List<LedgerLine> Lines, List<DamagedLine> Damaged)> ReadAllAsync(CancellationToken ct)
    {
        var (lines, damaged) = (new List<LedgerLine>(), new List<DamagedLine>());
        foreach (var (place, name) in Files.Index().Where(f => File.Exists(f.Item)))
        foreach (var (number, text) in (await File.ReadAllLinesAsync(name, ct)).Index())
            if (Parse(text) is { } line)
                lines.Add(line);
            else if (text.Length > 0)
                damaged.Add(new(name, place, number + 1));
        return (lines, damaged);
    }

    private static LedgerLine? Parse(string text) =>
        text.Split(' ', 4) is [{ Length: > 0 } kind, var id, var at, var note]
        && Guid.TryParseExact(id, "N", out var guid)
        && DateTime.TryParseExact(
            at,
            Moment,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var when
        )
        && IsWhole(kind, note)
            ? new(kind, guid, when, note)
            : null;

    /// <summary>A purge says on which ground and for which day.</summary>
    private static bool IsWhole(string kind, string note) => kind != PurgeSubject.Line || PurgeSubject.IsNote(note);
}
