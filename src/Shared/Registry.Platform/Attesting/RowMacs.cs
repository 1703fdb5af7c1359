using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Attesting;

/// <summary>
/// The key of the rows' MACs: in the key store, wrapped by the master key, so that no database knows it and a rotation keeps it. Saving makes the MACs of what it changes; a
/// row that was changed bypassing the Base is not made valid by a later change.
/// </summary>
public sealed class RowMacs : IRowMacs
{
    private readonly KeyStore _keys;
    private readonly RowMarks _marks;
    private readonly IServiceScopeFactory _scopes;

    internal RowMacs(KeyStore keys, RowMarks marks, IServiceScopeFactory scopes) => (_keys, _marks, _scopes) = (keys, marks, scopes);

    private static readonly byte[] Purpose = "rows"u8.ToArray();
    private volatile Kept? _last;

    /// <summary>Null while the key store has no such key.</summary>
    internal async ValueTask<RowSigner?> FindSignerAsync(CancellationToken ct)
    {
        if (!(await _keys.FindAsync([KeyStore.Rows], ct)).TryGetValue(KeyStore.Rows, out var key))
            return null;
        if (_last is { } last && last.Key == key)
            return last.Signer;
        var signer = new RowSigner(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, Cipher.KeySize, info: Purpose));
        _last = new(key, signer);
        return signer;
    }

    /// <exception cref="InvalidOperationException">The key store has no key of the rows.</exception>
    internal async ValueTask<RowSigner> SignerAsync(CancellationToken ct) =>
        await FindSignerAsync(ct) ?? throw new InvalidOperationException("The key store has no key of the rows.");

    /// <inheritdoc/>
    /// <exception cref="ChangedRowException">A row to be changed was changed bypassing the Base.</exception>
    public async Task AttestAsync(ModuleDbContext db, CancellationToken ct)
    {
        RowSigner? signer = null;
        foreach (var row in db.ChangeTracker.Entries<IAttested>())
        {
            if (row.State is not (EntityState.Added or EntityState.Modified))
                continue;
            var table = AttestedTable.Of(row.Metadata);
            if (row.State is EntityState.Modified && !table.Columns.Any(c => row.Property(c).IsModified))
                continue;
            signer ??= await SignerAsync(ct);
            if (row.State is EntityState.Modified && !signer.Holds(table.Text(c => row.Property(c).OriginalValue), Original(row)))
                throw new ChangedRowException(table.IdOf(row.Entity), table.Name);
            if (row.Entity is IMarked marked)
                row.Property(nameof(IMarked.MacNo)).CurrentValue = marked.MacNo + 1;
            row.Entity.Mac = signer.Of(table.Text(c => row.Property(c).CurrentValue));
            if (row.Entity is IMarked far)
                db.UnitOfWork.Mark(RowMark.Of(far, table, signer));
        }
    }

    private static byte[] Original(EntityEntry<IAttested> row) => (byte[])row.Property(nameof(IAttested.Mac)).OriginalValue!;

    /// <summary>Call it before a decision on a row: an untracked or unchanged row.</summary>
    /// <exception cref="ChangedRowException">It was changed bypassing the Base.</exception>
    public async Task RequireAsync(ModuleDbContext db, CancellationToken ct, params IAttested[] rows)
    {
        var signer = await FindSignerAsync(ct);
        foreach (var row in rows)
        {
            var table = AttestedTable.Of(db.Model.FindEntityType(row.GetType())!);
            if (signer?.Holds(table, row) != true || (row is IMarked marked && await IsPutBackAsync(marked, table, signer, ct)))
                throw new ChangedRowException(table.IdOf(row), table.Name);
        }
    }

    /// <summary>After a restore, rows may be at an earlier state; the next nightly check marks them again.</summary>
    internal Task ForgetMarksAsync(CancellationToken ct) => _marks.ForgetAsync(ct);

    /// <inheritdoc/>
    public Task MarkAsync(IReadOnlyCollection<RowMark> reached, CancellationToken ct) => _marks.RaiseAsync(reached, ct);

    private async Task<bool> IsPutBackAsync(IMarked row, AttestedTable table, RowSigner signer, CancellationToken ct) =>
        await _marks.FindAsync(table.IdOf(row), ct) is { } mark && !mark.IsReachedBy(row, signer);

    /// <summary>Like <see cref="RequireAsync"/> without throwing. Administrators are notified.</summary>
    public async Task<bool> AreTrueAsync(ModuleDbContext db, CancellationToken ct, params IAttested[] rows)
    {
        try
        {
            await RequireAsync(db, ct, rows);
            return true;
        }
        catch (ChangedRowException changed)
        {
            await using var scope = _scopes.CreateAsyncScope();
            await changed.Afterwards!(scope.ServiceProvider, ct);
            return false;
        }
    }

    /// <summary>Makes the key of a new Base.</summary>
    /// <exception cref="InvalidOperationException">The key is gone although rows bear MACs that were made with it.</exception>
    internal async Task EnsureKeyAsync(OwnTables tables, CancellationToken ct)
    {
        if (await _keys.ExistsAsync(KeyStore.Rows, ct))
            return;
        await tables.EachAsync(
            AttestedTable.Is,
            async (db, type) =>
            {
                await foreach (var row in OwnTables.RowsOf(db, type).WithCancellation(ct))
                    if (((IAttested)row).Mac.Length > 0)
                        throw new InvalidOperationException(
                            "The key store has lost the key of the rows: the database holds rows that were signed with it. Put the key store back from its backup."
                        );
            }
        );
        await _keys.KeepAsync(KeyStore.Rows, KeyStore.NewKey(), ct);
    }

    private sealed record Kept(SealingKey Key, RowSigner Signer);
}
