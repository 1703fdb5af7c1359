using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Platform.Attesting;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Platform.Vault;

/// <summary>The tables with columns under the <see cref="Veil"/>, found in the model.</summary>
internal static class VeiledTables
{
    private const int Portion = 200;

    /// <summary>Makes the key of the veil for a new Base, or for one from before the veil.</summary>
    /// <exception cref="InvalidOperationException">The key is gone although columns were encrypted with it.</exception>
    public static async Task EnsureKeyAsync(KeyStore keys, OwnTables tables, CancellationToken ct)
    {
        if (await keys.ExistsAsync(KeyStore.Veil, ct))
            return;
        if (await AnyVeiledAsync(tables, ct))
            throw new InvalidOperationException(
                "The key store has lost the key of the veil: the database holds columns that were encrypted with it. Put the key store back from its backup."
            );
        await keys.KeepAsync(KeyStore.Veil, KeyStore.NewKey(), ct);
    }

    /// <summary>After an upgrade: puts rows from before the veil under it. A row changed bypassing the Base is left for the administrators.</summary>
    public static Task VeilPlainRowsAsync(OwnTables tables, RowMacs macs, CancellationToken ct) =>
        tables.EachAsync(IsVeiled, (db, type) => Call(nameof(VeilAsync), db, type, macs, ct));

    public static async Task<bool> AnyVeiledAsync(OwnTables tables, CancellationToken ct)
    {
        var any = false;
        await tables.EachAsync(
            IsVeiled,
            async (db, type) => any = any || await (Task<bool>)Call(nameof(HasVeiledAsync), db, type, null, ct)
        );
        return any;
    }

    private static bool IsVeiled(IEntityType type) => typeof(IVeiled).IsAssignableFrom(type.ClrType);

    /// <summary>Calls one of the methods below for a table and its first veiled column; a row has all of them or none.</summary>
    private static Task Call(string method, ModuleDbContext db, IEntityType type, RowMacs? macs, CancellationToken ct) =>
        (Task)
            typeof(VeiledTables)
                .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(null, [db, type.GetProperties().First(p => p.Name.StartsWith("Veiled", StringComparison.Ordinal)).Name, macs, ct])!;

    private static Task<bool> HasVeiledAsync<T>(ModuleDbContext db, string column, RowMacs? _, CancellationToken ct)
        where T : class
    {
        byte[] nothing = [];
        return db.Set<T>().AnyAsync(r => EF.Property<byte[]>(r, column) != nothing, ct);
    }

    private static async Task VeilAsync<T>(ModuleDbContext db, string column, RowMacs macs, CancellationToken ct)
        where T : class, IVeiled
    {
        byte[] nothing = [];
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            await db.BeginWriteAsync(ct);
            var portion = await db.Set<T>()
                .Where(r => EF.Property<byte[]>(r, column) == nothing && EF.Property<Guid>(r, "Id") > after)
                .OrderBy(r => EF.Property<Guid>(r, "Id"))
                .Take(Portion)
                .ToListAsync(ct);
            if (portion.Count == 0)
                break;
            last = db.Entry(portion[^1]).Property<Guid>("Id").CurrentValue;
            foreach (var row in portion)
                if (row is IAttested attested && !await HoldsAsync(db, macs, attested, ct))
                    db.Entry(row).State = EntityState.Detached;
            await db.SaveVeilsAsync(ct);
        }
        await db.UnitOfWork.RollbackAsync();
    }

    private static async Task<bool> HoldsAsync(ModuleDbContext db, RowMacs macs, IAttested row, CancellationToken ct)
    {
        try
        {
            await macs.RequireAsync(db, ct, row);
            return true;
        }
        catch (ChangedRowException)
        {
            return false;
        }
    }
}
