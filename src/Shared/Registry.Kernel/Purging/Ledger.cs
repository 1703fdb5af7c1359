using System.Globalization;
using System.Text;
using Registry.Kernel.Data;
using Registry.Kernel.Journal;
using Registry.Kernel.Time;

namespace Registry.Kernel.Purging;

/// <param name="Kind">Such as <c>purge</c>.</param>
/// <param name="Note">Codes and days only.</param>
public sealed record LedgerLine(string Kind, Guid Id, DateTime At, string Note);

/// <summary>
/// What must not be undone by restoring an older backup: purges and revoked access. It stands outside the databases, beside the journal's anchors, and is read at
/// each start before the port opens.
/// </summary>
public sealed class Ledger(DatabaseOptions database, OutsideAnchor outside, TimeProvider time)
{
    public const string FileName = "registry.ledger";
    private readonly SemaphoreSlim _turn = new(1, 1);

    private IEnumerable<string> Files =>
        new[] { database.Folder, outside.Folder }.OfType<string>().Select(folder => Path.Combine(folder, FileName));

    /// <summary>Durable in every file when it completes. The same line twice does no harm.</summary>
    /// <exception cref="IOException">A folder cannot be written to.</exception>
    public async Task AppendAsync(string kind, Guid id, string note, CancellationToken ct)
    {
        var line = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{kind} {id:N} {time.Utc():yyyy-MM-ddTHH:mm:ssZ} {note}\n")
        );
        await _turn.WaitAsync(ct);
        try
        {
            foreach (var name in Files)
            {
                await using var file = new FileStream(name, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                await file.WriteAsync(line, ct);
                file.Flush(flushToDisk: true);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>All lines of a kind, oldest first, from every file; what a crash left half written is passed over.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(IReadOnlyCollection<string> kinds, CancellationToken ct)
    {
        var lines = new List<LedgerLine>();
        foreach (var name in Files.Where(File.Exists))
        foreach (var line in await File.ReadAllLinesAsync(name, ct))
            if (
                line.Split(' ', 4) is [var kind, var id, var at, var note]
                && kinds.Contains(kind)
                && Guid.TryParseExact(id, "N", out var guid)
                && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var when)
            )
                lines.Add(new(kind, guid, when, note));
        return [.. lines.Distinct().OrderBy(l => l.At)];
    }
}
