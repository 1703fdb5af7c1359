using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record ListMaterialsRequest(MaterialKind? Kind = null, string? Search = null, string? Cursor = null, int? Size = null);

/// <summary>The published reference materials, latest first; search covers titles and texts in every language. Without sign-in [11.6].</summary>
internal sealed class ListMaterialsEndpoint(ReportingDbContext db) : ApiEndpoint<ListMaterialsRequest, Page<MaterialRow>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("reporting/materials");
        GuardedForNobody(JournalKind.List);
    }

    public override async Task HandleAsync(ListMaterialsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var shown =
            from m in db.Materials.AsNoTracking()
            where m.Published != null && m.WithdrawnAt == null
            join e in db.MaterialEditions on new { m.Id, Number = m.Published!.Value } equals new { Id = e.MaterialId, e.Number }
            select new { Material = m, Edition = e };
        foreach (var word in NameKey.Words(request.Search))
            shown = shown.Where(x => x.Material.SearchText.Contains(word));
        if (request.Kind is { } kind)
            shown = shown.Where(x => x.Material.Kind == kind);
        else if (string.IsNullOrWhiteSpace(request.Search))
            // screen guides are reached through their ? and would crowd out what the public looks for
            shown = shown.Where(x => x.Material.Screen == null);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            shown = shown.Where(x => x.Material.PublishedAt < after.At || (x.Material.PublishedAt == after.At && x.Material.Id < after.Id));
        var page = await shown
            .OrderByDescending(x => x.Material.PublishedAt)
            .ThenByDescending(x => x.Material.Id)
            .Take(size + 1)
            .Select(x => new
            {
                x.Material.Id,
                x.Material.Kind,
                x.Material.Clause,
                x.Material.PublishedAt,
                x.Edition.TitleKy,
                x.Edition.TitleRu,
                x.Edition.TitleEn,
            })
            .ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                m => new MaterialRow(m.Id, m.Kind, new(m.TitleKy, m.TitleRu, m.TitleEn), m.Clause, m.PublishedAt!.Value),
                m => new Position(m.PublishedAt!.Value, m.Id)
            ),
            ct
        );
    }
}
