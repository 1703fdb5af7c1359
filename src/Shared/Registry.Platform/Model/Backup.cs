using Registry.Platform.Rows;

namespace Registry.Platform.Model;

public enum BackupKind
{
    Registry,
    Keys,
}

/// <summary>A backup that was made and tried: it was opened again in a scratch place, whole by SQLite's own check.</summary>
[NoSubject("names and sizes of backup files")]
public sealed class Backup
{
    public Guid Id { get; init; }
    public BackupKind Kind { get; init; }
    public required string File { get; init; }
    public DateTime At { get; init; }

    /// <summary>Bytes of the sealed file.</summary>
    public long Size { get; init; }

    /// <summary>When it was restored into a scratch place and found whole; null when that failed.</summary>
    public DateTime? VerifiedAt { get; init; }

    /// <summary>Kind of the problem where it could not be made or restored.</summary>
    public string? Problem { get; init; }
    public double Seconds { get; init; }
}
