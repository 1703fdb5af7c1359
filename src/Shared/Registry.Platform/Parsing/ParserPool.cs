using System.Collections.Concurrent;

namespace Registry.Platform.Parsing;

/// <summary>
/// Foreign files (pictures, recordings, documents) are read in worker processes: whatever one does to its reader costs its sender a refusal and no one else anything.
/// </summary>
public sealed class ParserPool(ParsingSettings settings) : IDisposable
{
    public const string Damaged = "file.damaged";
    public const string TooMuchMemory = "file.too-much-memory";
    public const string TooSlow = "file.too-slow";
    private readonly ConcurrentStack<ParserWorker> _idle = new();
    private volatile bool _ended;
    private readonly SemaphoreSlim _turns = new(settings.Workers);

    /// <summary>Waits for a free worker; whose files come first is a matter of the call's turn (<see cref="Registry.Web.Cost.Upload"/>).</summary>
    public async Task<ParsedFile> ParseAsync(byte[] content, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            var worker = Take();
            try
            {
                return await worker.ParseAsync(content, ct);
            }
            finally
            {
                Return(worker);
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    private ParserWorker Take()
    {
        while (_idle.TryPop(out var worker))
        {
            if (worker.IsFresh)
                return worker;
            worker.Dispose();
        }
        return ParserWorker.Start(settings);
    }

    private void Return(ParserWorker worker)
    {
        if (!_ended && worker.IsFresh)
            _idle.Push(worker);
        else
            worker.Dispose();
    }

    public void Dispose()
    {
        _ended = true;
        while (_idle.TryPop(out var worker))
            worker.Dispose();
        _turns.Dispose();
    }
}
