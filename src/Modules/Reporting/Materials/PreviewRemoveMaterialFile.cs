using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record PreviewRemoveMaterialFileRequest(Guid Id);

/// <summary>The effect of removing a file on a material's readers.</summary>
internal sealed class PreviewRemoveMaterialFileEndpoint(ReportingDbContext db) : PreviewEndpoint<PreviewRemoveMaterialFileRequest>
{
    public override void Configure() =>
        Previews("reporting/material-files/{id}/consequences", Permission.PublishMaterials, Reach.Reference);

    public override async Task HandleAsync(PreviewRemoveMaterialFileRequest request, CancellationToken ct)
    {
        var title =
            await db.MaterialFiles.Where(f => f.Id == request.Id).Select(f => f.Title).FirstOrDefaultAsync(ct)
            ?? throw DomainException.NotFound();
        await ShowAsync(new(title, title, title), canBeUndone: false, [new(ConsequenceKind.FilesGone, 1)], ct);
    }
}
