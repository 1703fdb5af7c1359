using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Platform.Backups;

/// <summary>
/// Copies data and key store while the Base works, seals each copy under the master key, and tries it by a real restore into a scratch place [5.admin]. Old files
/// go by their age. On SQL Server the server's own backups do this (docs/operations.md).
/// </summary>
public sealed class MakeBackup(
    PlatformDbContext db,
    DatabaseOptions database,
    BackupSettings settings,
    MasterKeys masters,
    ClockGuard clock,
    TimeProvider time,
    ILogger<MakeBackup> log
)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!database.IsSqlite || settings.Folder is null || settings.KeysFolder is null)
            return;
        await MakeAsync(BackupKind.Registry, database.Registry, settings.Folder, settings.KeepDays, ct);
        await MakeAsync(BackupKind.Keys, database.Keys, settings.KeysFolder, settings.KeepKeysDays, ct);
    }

    private async Task MakeAsync(BackupKind kind, string connection, string folder, int keepDays, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var at = time.Utc();
        var started = time.GetTimestamp();
        var file = Path.Combine(
            folder,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.ToString().ToLowerInvariant()}-{at:yyyyMMdd-HHmmss}-{Ids.Random().ToString("N")[..6]}.bak"
            )
        );
        string? problem = null;
        var scratch = Directory.CreateTempSubdirectory("registry-backup-").FullName;
        try
        {
            var copy = Path.Combine(scratch, "copy.db");
            Copy(connection, copy);
            await SealedFile.SealAsync(copy, file, masters, ct);
            var restored = Path.Combine(scratch, "restored.db");
            await SealedFile.OpenAsync(file, restored, masters, ct);
            if (Check(restored) is { } broken)
                problem = broken;
        }
        catch (Exception failure) when (failure is IOException or SqliteException or System.Security.Cryptography.CryptographicException)
        {
            problem = failure.GetType().Name;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        if (problem is not null)
            log.LogError("The backup of {Kind} failed: {Problem}.", kind, problem);
        db.Backups.Add(
            new()
            {
                Id = Ids.New(),
                Kind = kind,
                File = Path.GetFileName(file),
                At = at,
                Size = File.Exists(file) ? new FileInfo(file).Length : 0,
                VerifiedAt = problem is null ? time.Utc() : null,
                Problem = problem,
                Seconds = time.GetElapsedTime(started).TotalSeconds,
            }
        );
        await db.SaveChangesAsync(ct);
        // with a clock set ahead every older backup would be too old
        if (problem is null && await clock.IsTrustedAsync(ct))
            await ForgetAsync(kind, folder, at.AddDays(-keepDays), ct);
    }

    /// <summary>SQLite's online backup: a copy of one moment, writers go on.</summary>
    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder(from) { Pooling = false }.ToString());
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    /// <returns>What is wrong with a restored file; null when nothing is.</returns>
    private static string? Check(string file)
    {
        using var restored = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        restored.Open();
        using var check = restored.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return (string?)check.ExecuteScalar() == "ok" ? null : "integrity_check";
    }

    private async Task ForgetAsync(BackupKind kind, string folder, DateTime before, CancellationToken ct)
    {
        foreach (var old in await db.Backups.Where(b => b.Kind == kind && b.At < before).ToListAsync(ct))
        {
            File.Delete(Path.Combine(folder, old.File));
            db.Backups.Remove(old);
        }
        await db.SaveChangesAsync(ct);
    }
}
