using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Journal;

/// <summary>
/// Writes the entries of calls that changed nothing, before their answers leave: whoever waits shares one commit with all who wait at that moment.
/// </summary>
public sealed class JournalWriter(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database) : BackgroundService
{
    private const int LargestGroup = 512;
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private JournalInsert.Prepared? _prepared;
    private volatile bool _failed;

    /// <summary>True since the last group could not be written: every call now fails.</summary>
    public bool HasFailed => _failed;

    /// <summary>Completes when the entry is durable.</summary>
    public Task WriteAsync(JournalEntry entry)
    {
        var waiting = new Waiting(entry);
        return _queue.Writer.TryWrite(waiting)
            ? waiting.Done.Task
            : Task.FromException(new InvalidOperationException("The journal is closed."));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var waiting))
                group.Add(waiting);
            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Waiting> group)
    {
        try
        {
            if (database.IsSqlite)
                await CommitHereAsync(group);
            else
                await CommitOverEfAsync(group);
            _failed = false;
            foreach (var waiting in group)
                waiting.Done.TrySetResult();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // no entry, no answer: every waiting call fails
            _failed = true;
            foreach (var waiting in group)
                waiting.Done.TrySetException(new InvalidOperationException("The journal could not be written.", problem));
        }
    }

    private async Task CommitHereAsync(List<Waiting> group)
    {
        using var pass = await gate.EnterAsync(database.Registry, CancellationToken.None);
        try
        {
            _prepared ??= new(database.Registry, $"{PlatformModel.Module}_{PlatformModel.JournalTable}");
            _prepared.Write(group.Select(w => w.Entry));
        }
        catch
        {
            // the next group starts with a fresh connection
            Interlocked.Exchange(ref _prepared, null)?.Dispose();
            throw;
        }
    }

    private async Task CommitOverEfAsync(List<Waiting> group)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.BeginWriteAsync(CancellationToken.None);
        foreach (var chunk in group.Chunk(JournalInsert.MostRows))
            await JournalInsert.RunAsync(db, [.. chunk.Select(w => w.Entry)], CancellationToken.None);
        await db.UnitOfWork.CommitAsync(CancellationToken.None);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        Interlocked.Exchange(ref _prepared, null)?.Dispose();
    }

    public override void Dispose()
    {
        // a host may be stopped and disposed of at the same time
        Interlocked.Exchange(ref _prepared, null)?.Dispose();
        base.Dispose();
    }

    private sealed record Waiting(JournalEntry Entry)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
