using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal enum MaterialAct
{
    Publish,
    Withdraw,
}

internal sealed record PreviewMaterialActRequest(Guid Id, MaterialAct Act);

/// <summary>Who gains or loses access to a material [11.6].</summary>
internal sealed class PreviewMaterialActEndpoint(ReportingDbContext db) : PreviewEndpoint<PreviewMaterialActRequest>
{
    public override void Configure() =>
        Previews("reporting/material-drafts/{id}/consequences", Permission.PublishMaterials, Reach.Reference);

    public override async Task HandleAsync(PreviewMaterialActRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        var edition = await db.LastEditionAsync(material.Id, ct);
        var files = new Consequence(ConsequenceKind.FilesGone, await db.MaterialFiles.CountAsync(f => f.MaterialId == material.Id, ct));
        IEnumerable<Consequence> consequences =
            request.Act is MaterialAct.Publish
                ? [new(ConsequenceKind.PublishedToAll, 1)]
                :
                [
                    new(ConsequenceKind.TakenFromReaders, 1),
                    files,
                    new(ConsequenceKind.ScreensWithoutHelp, material.Screen is null ? 0 : 1),
                ];
        await ShowAsync(edition.Title, canBeUndone: true, consequences, ct);
    }
}
