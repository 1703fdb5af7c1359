using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Registry.Basics;
using Registry.Platform.Backups;
using Registry.Platform.Data;

namespace Registry.Platform.Operations;

/// <summary><c>Registry:Disk:LeastFree</c>: megabytes below which the health is Degraded.</summary>
/// <param name="Folders">That the Base writes to.</param>
public sealed record DiskSettings(int LeastFree, IReadOnlyList<string> Folders)
{
    private const int StandardLeastFree = 512;

    public static DiskSettings From(IConfiguration configuration, BackupSettings backups, DatabaseOptions database) =>
        new(
            configuration.GetValue("Registry:Disk:LeastFree", StandardLeastFree),
            [.. new[] { database.Folder, backups.Folder, backups.KeysFolder }.OfType<string>().Distinct(StringComparer.Ordinal)]
        );
}

/// <summary>Unhealthy when nothing can be written beside the data, Degraded when a disk is nearly full.</summary>
internal sealed class DiskHealth(DiskSettings settings, DatabaseOptions database) : IHealthCheck
{
    /// <summary>More than a file system keeps beside its names.</summary>
    private const int Probe = 64 * 1_024;
    private const double Megabyte = 1_048_576;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await IsWritableAsync(database.Folder, cancellationToken))
            return HealthCheckResult.Unhealthy();
        var free = settings.Folders.Where(IsLocal).Min(folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / Megabyte);
        return Figures.Judge(free >= settings.LeastFree, (Figures.DiskFree, Math.Floor(free)));
    }

    /// <summary>Nothing is reported about a share of another Windows machine.</summary>
    private static bool IsLocal(string folder) => Directory.Exists(folder) && !folder.StartsWith(@"\\", StringComparison.Ordinal);

    private static async Task<bool> IsWritableAsync(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"probe-{Ids.Random():N}");
        try
        {
            await using var probe = new FileStream(
                file,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            await probe.WriteAsync(new byte[Probe], ct);
            probe.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
