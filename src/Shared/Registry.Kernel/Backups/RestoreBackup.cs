using Registry.Kernel.Data;
using Registry.Kernel.Vault;

namespace Registry.Kernel.Backups;

/// <summary>Puts a backup in the place of missing files. It never writes over a database: the operator moves the old one away first.</summary>
public sealed class RestoreBackup(DatabaseOptions database, MasterKeys masters)
{
    /// <param name="registry">A sealed backup of the data.</param>
    /// <param name="keys">A sealed backup of the key store; null when today's key store stays.</param>
    /// <exception cref="InvalidOperationException">A file is in the way, or the provider is not SQLite.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A backup was changed, or sealed by another master key.</exception>
    public async Task RunAsync(string registry, string? keys, CancellationToken ct)
    {
        if (!database.IsSqlite)
            throw new InvalidOperationException("On SQL Server the server's own restore is used.");
        Directory.CreateDirectory(database.Folder);
        await PutAsync(registry, Path.Combine(database.Folder, "registry.db"), ct);
        if (keys is not null)
            await PutAsync(keys, Path.Combine(database.Folder, "keys.db"), ct);
    }

    private async Task PutAsync(string backup, string target, CancellationToken ct)
    {
        foreach (var inTheWay in new[] { target, target + "-wal", target + "-shm" }.Where(File.Exists))
            throw new InvalidOperationException($"{Path.GetFileName(inTheWay)} is there already: move it away first.");
        var half = target + ".restoring";
        File.Delete(half);
        await SealedFile.OpenAsync(backup, half, masters, ct);
        File.Move(half, target);
    }
}
