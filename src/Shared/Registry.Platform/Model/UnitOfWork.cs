using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Registry.Basics;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>
/// One transaction per request: the first save of a changing call opens it, the answer's end commits it together with the journal entry and the
/// stored idempotent answer. Jobs and event handlers commit at each save. One module's context per request; a second one is a design error.
/// </summary>
public sealed class UnitOfWork(WriteGate gate, OutboxSignal outbox, TimeProvider time, IRowMacs? macs = null, Veil? veil = null)
    : IDisposable
{
    private ModuleDbContext? _context;
    private IDbContextTransaction? _transaction;
    private IDisposable? _pass;
    private bool _deferred;
    private bool _published;
    private readonly List<RowMark> _marks = [];

    /// <summary>From now on saves wait for <see cref="CommitAsync"/>.</summary>
    public void Defer() => _deferred = true;

    /// <summary>Null where no host is: while migrations are made.</summary>
    internal IRowMacs? Macs => macs;

    /// <inheritdoc cref="Macs"/>
    internal Veil? Veil => veil;

    /// <summary>Kept in the key store once the commit is durable.</summary>
    internal void Mark(RowMark reached) => _marks.Add(reached);

    internal DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>True when something was saved and awaits the commit.</summary>
    public bool HasChanges => _transaction is not null;

    internal async Task<int> SaveAsync(ModuleDbContext context, Func<Task<int>> save, CancellationToken ct)
    {
        if (_transaction is null && context.Database.CurrentTransaction is not null)
            return await save(); // a library brought its own transaction (OpenIddict)
        await BeginAsync(context, ct);
        _published |= context
            .ChangeTracker.Entries<OutboxMessage>()
            .Any(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Entity.IsDue));
        try
        {
            var rows = await save();
            if (!_deferred)
                await CommitAsync(ct);
            return rows;
        }
        catch
        {
            await RollbackAsync();
            throw;
        }
    }

    /// <summary>Opens the transaction unless it is open.</summary>
    /// <exception cref="InvalidOperationException">Another module's context wrote in this call.</exception>
    internal async Task BeginAsync(ModuleDbContext context, CancellationToken ct)
    {
        if (_context is not null && !ReferenceEquals(_context, context))
            throw new InvalidOperationException(
                $"A request writes through one context: {_context.GetType().Name} is open, {context.GetType().Name} came second."
            );
        if (_transaction is not null)
            return;
        _pass = await gate.EnterAsync(context.Database.GetConnectionString()!, ct);
        try
        {
            _transaction = await context.Database.BeginTransactionAsync(ct);
            _context = context;
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Adds the last rows, journal entry and idempotent answer, to the open transaction.</summary>
    internal async Task AddLastAsync(JournalEntry entry, IdempotentAnswer? answer, CancellationToken ct)
    {
        await JournalInsert.RunAsync(_context!, [entry], ct);
        if (answer is null)
            return;
        // what the call changed is saved already and need not be compared again
        _context!.ChangeTracker.Clear();
        _context.IdempotentAnswers.Add(answer);
        await _context.SaveDirectlyAsync(ct);
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        if (_transaction is null)
            return;
        await _transaction.CommitAsync(ct);
        await CloseAsync();
        await MarkAsync();
        if (_published)
            outbox.Set();
        _published = false;
    }

    public async Task RollbackAsync()
    {
        if (_transaction is null)
            return;
        try
        {
            await _transaction.RollbackAsync(CancellationToken.None);
        }
        finally
        {
            _published = false;
            _marks.Clear();
            await CloseAsync();
        }
    }

    /// <summary>What is durable is reported as such, even when its marks must wait for the night.</summary>
    private async Task MarkAsync()
    {
        if (_marks.Count == 0)
            return;
        var reached = _marks.ToList();
        _marks.Clear();
        try
        {
            await macs!.MarkAsync(reached, CancellationToken.None);
        }
        catch (System.Data.Common.DbException)
        {
            // the nightly check brings them forward
        }
    }

    private async Task CloseAsync()
    {
        try
        {
            await _transaction!.DisposeAsync();
        }
        finally
        {
            _transaction = null;
            _context = null;
            Release();
        }
    }

    private void Release()
    {
        _pass?.Dispose();
        _pass = null;
    }

    /// <summary>Contexts are gone by now, and with them what was not committed.</summary>
    public void Dispose()
    {
        _transaction = null;
        _context = null;
        Release();
    }
}

/// <summary>What saving does for rows that a MAC covers; see <see cref="IAttested"/>.</summary>
public interface IRowMacs
{
    /// <summary>Before a save: every covered row that it adds or changes gets the MAC of what it says now.</summary>
    /// <exception cref="DomainException">A row to be changed was changed bypassing the Base: <c>row.changed</c>.</exception>
    Task AttestAsync(ModuleDbContext db, CancellationToken ct);

    /// <summary>After the commit: notes in the key store how far rows have come.</summary>
    Task MarkAsync(IReadOnlyCollection<RowMark> reached, CancellationToken ct);
}
