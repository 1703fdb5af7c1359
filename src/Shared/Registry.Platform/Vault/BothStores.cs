using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;
using Registry.Platform.Model;

namespace Registry.Platform.Vault;

/// <summary>
/// Data and key store belong together: a start beside one of them alone would create an empty other one, without any sign of the loss. It is refused.
/// </summary>
internal static class BothStores
{
    /// <exception cref="InvalidOperationException">One of the two is missing or empty beside the other.</exception>
    public static async Task RequireAsync(PlatformDbContext registry, KeysDbContext keys, CancellationToken ct)
    {
        var hasData = await IsMadeAsync(registry, ct) && await registry.Journal.AnyAsync(ct);
        var hasKeys = await IsMadeAsync(keys, ct) && await keys.Keys.AnyAsync(ct);
        if (hasKeys && !await IsMadeAsync(registry, ct))
            throw new InvalidOperationException(
                "The database of the Base is missing beside its key store. Put it back with 'restore FILE'; for a new, empty Base move the key store away first."
            );
        Guid[] own = [KeyStore.Base, KeyStore.Search];
        if (hasData && !(hasKeys && await keys.Keys.CountAsync(k => own.Contains(k.SubjectId), ct) == own.Length))
            throw new InvalidOperationException(
                "The key store is missing, or empty, beside the database of the Base: nothing that is sealed could be opened. Put it back from its own backup; a new one is not created."
            );
    }

    private static async Task<bool> IsMadeAsync(DbContext db, CancellationToken ct) =>
        (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
}
