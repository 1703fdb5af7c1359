using Registry.Platform.Data;
using Registry.Platform.Keys;

namespace Registry.Platform.Backups;

/// <summary>Puts a backup in the place of missing files. It never writes over a database: the operator moves the old one away first.</summary>
public sealed class RestoreBackup(DatabaseOptions database, MasterKeys masters)
{
    /// <param name="registry">A sealed backup of the data.</param>
    /// <param name="keys">A sealed backup of the key store; null when today's key store stays.</param>
    /// <exception cref="InvalidOperationException">A file is in the way, the key store is missing, or the provider is not SQLite.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A backup was changed, or sealed by another master key.</exception>
    public async Task RunAsync(string registry, string? keys, CancellationToken ct)
    {
        if (!database.IsSqlite)
            throw new InvalidOperationException(
                "On SQL Server the server's own restore is used; then 'journal restored FILE' declares it."
            );
        Directory.CreateDirectory(database.Folder);
        var keyStore = Path.Combine(database.Folder, "keys.db");
        if (keys is null && !File.Exists(keyStore))
            throw new InvalidOperationException("There is no key store here: name its backup too.");
        var half = new List<(string File, string Target)>();
        try
        {
            half.Add(await OpenAsync(registry, Path.Combine(database.Folder, "registry.db"), ct));
            if (keys is not null)
                half.Add(await OpenAsync(keys, keyStore, ct));
            // both were opened to their ends: now they are moved, which takes no time
            foreach (var (file, target) in half)
                File.Move(file, target);
        }
        finally
        {
            // a restore that failed leaves nothing unsealed behind
            RemoveHalf(database);
        }
    }

    /// <summary>What a restore left that was killed: unsealed and of no use.</summary>
    internal static void RemoveHalf(DatabaseOptions database)
    {
        foreach (var name in new[] { "registry.db", "keys.db" })
            File.Delete(HalfOf(Path.Combine(database.Folder, name)));
    }

    private static string HalfOf(string target) => target + ".restoring";

    private async Task<(string File, string Target)> OpenAsync(string backup, string target, CancellationToken ct)
    {
        foreach (var inTheWay in new[] { target, target + "-wal", target + "-shm" }.Where(File.Exists))
            throw new InvalidOperationException($"{Path.GetFileName(inTheWay)} is there already: move it away first.");
        var half = HalfOf(target);
        File.Delete(half);
        await SealedFile.OpenAsync(backup, half, masters, ct);
        return (half, target);
    }
}
