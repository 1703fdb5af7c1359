using System.Collections.Concurrent;

namespace Registry.Platform.Data;

/// <summary>
/// SQLite has one writer at a time and makes the others sleep; this queue lets them wait without sleeping. SQL Server needs no gate.
/// </summary>
public sealed class WriteGate(DatabaseOptions options)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Enters the queue of a database; dispose the result to leave it.</summary>
    public async Task<IDisposable> EnterAsync(string connectionString, CancellationToken ct)
    {
        if (!options.IsSqlite)
            return Pass.Free;
        var gate = _gates.GetOrAdd(connectionString, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        return new Pass(gate);
    }

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Pass Free = new(null);
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
