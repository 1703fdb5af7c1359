using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Backups;

internal sealed record ListBackupsRequest(string? Cursor = null, int? Size = null);

/// <param name="VerifiedAt">When it was restored into a scratch place and found whole.</param>
internal sealed record BackupRow(
    Guid Id,
    BackupKind Kind,
    string File,
    DateTime At,
    long Size,
    DateTime? VerifiedAt,
    string? Problem,
    double Seconds
);

/// <summary>The backups that are kept, the latest first, each with its trial restore [5.admin].</summary>
internal sealed class ListBackupsEndpoint(AccessDbContext db) : ApiEndpoint<ListBackupsRequest, Page<BackupRow>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("access/backups");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListBackupsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Backups.AsNoTracking();
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(b => b.At < after.At || (b.At == after.At && b.Id < after.Id));
        var page = await rows.OrderByDescending(b => b.At).ThenByDescending(b => b.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                b => new BackupRow(b.Id, b.Kind, b.File, b.At, b.Size, b.VerifiedAt, b.Problem, b.Seconds),
                b => new Position(b.At, b.Id)
            ),
            ct
        );
    }
}
