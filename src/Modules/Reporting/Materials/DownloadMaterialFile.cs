using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record DownloadMaterialFileRequest(Guid Id);

/// <summary>A file of a published material, without sign-in [11.6].</summary>
internal sealed class DownloadMaterialFileEndpoint(ReportingDbContext db) : ApiEndpoint<DownloadMaterialFileRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("reporting/material-files/{id}");
        GuardedForNobody(JournalKind.Read);
    }

    public override async Task HandleAsync(DownloadMaterialFileRequest request, CancellationToken ct)
    {
        var file =
            await db
                .MaterialFiles.AsNoTracking()
                .Where(f =>
                    f.Id == request.Id && db.Materials.Any(m => m.Id == f.MaterialId && m.Published != null && m.WithdrawnAt == null)
                )
                .FirstOrDefaultAsync(ct)
            ?? throw DomainException.NotFound();
        await HttpContext.SendFileAsync(file.Name, file.MediaType, file.Content, ct);
    }
}
