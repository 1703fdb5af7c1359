using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record GetMaterialDraftRequest(Guid Id);

/// <param name="By">Who published it; null for the one that comes with the Base, and for the draft.</param>
internal sealed record EditionRow(int Number, DateTime? PublishedAt, string? By);

internal sealed record GetMaterialDraftResponse(
    Guid Id,
    MaterialData Material,
    bool IsPublished,
    bool IsChanged,
    IReadOnlyList<EditionRow> Editions,
    IReadOnlyList<MaterialFileView> Files
);

/// <summary>The latest wording of a material, published or not, with its earlier editions.</summary>
internal sealed class GetMaterialDraftEndpoint(ReportingDbContext db, ISpecialists specialists)
    : ApiEndpoint<GetMaterialDraftRequest, GetMaterialDraftResponse>
{
    public override void Configure()
    {
        Get("reporting/material-drafts/{id}");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(GetMaterialDraftRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        var editions = await db
            .MaterialEditions.AsNoTracking()
            .Where(e => e.MaterialId == material.Id)
            .OrderByDescending(e => e.Number)
            .ToListAsync(ct);
        var names = await specialists.NamesAsync([.. editions.Select(e => e.PublishedBy).OfType<Guid>().Distinct()], ct);
        var last = editions[0];
        HttpContext.ShowVersion(material.Version);
        await Send.OkAsync(
            new(
                material.Id,
                new(material.Kind, last.Title, last.Text, material.Screen, material.Clause),
                material.Published is not null && material.WithdrawnAt is null,
                last.PublishedAt is null,
                [
                    .. editions.Select(e => new EditionRow(
                        e.Number,
                        e.PublishedAt,
                        e.PublishedBy is { } by ? names.GetValueOrDefault(by) : null
                    )),
                ],
                await db.FilesOfMaterialAsync(material.Id, ct)
            ),
            ct
        );
    }
}
