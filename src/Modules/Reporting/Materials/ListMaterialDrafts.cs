using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record ListMaterialDraftsRequest(
    MaterialKind? Kind = null,
    MaterialState? State = null,
    string? Search = null,
    string? Cursor = null,
    int? Size = null
);

internal enum MaterialState
{
    /// <summary>Never published.</summary>
    Draft,
    Published,

    /// <summary>Published, with a new wording in progress.</summary>
    Changing,
    Withdrawn,
}

internal sealed record MaterialDraftRow(Guid Id, MaterialKind Kind, LocalText Title, string? Screen, MaterialState State, int Edition);

/// <summary>All materials for their editors, including drafts and withdrawn ones; search covers the titles.</summary>
internal sealed class ListMaterialDraftsEndpoint(ReportingDbContext db) : ApiEndpoint<ListMaterialDraftsRequest, Page<MaterialDraftRow>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("reporting/material-drafts");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ListMaterialDraftsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows =
            from m in db.Materials.AsNoTracking()
            join e in db.MaterialEditions on m.Id equals e.MaterialId
            where e.Number == db.MaterialEditions.Where(x => x.MaterialId == m.Id).Max(x => x.Number)
            select new
            {
                m.Id,
                m.Kind,
                m.Screen,
                e.TitleKy,
                e.TitleRu,
                e.TitleEn,
                m.SearchText,
                e.Number,
                State = m.WithdrawnAt != null ? MaterialState.Withdrawn
                : m.Published == null ? MaterialState.Draft
                : e.PublishedAt == null ? MaterialState.Changing
                : MaterialState.Published,
            };
        if (request.Kind is { } kind)
            rows = rows.Where(m => m.Kind == kind);
        if (request.State is { } state)
            rows = rows.Where(m => m.State == state);
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(m =>
                m.SearchText.Contains(word) || m.TitleKy.Contains(request.Search!) || m.TitleRu.Contains(request.Search!)
            );
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(m => m.Id < after.Id);
        var page = await rows.OrderByDescending(m => m.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                m => new MaterialDraftRow(m.Id, m.Kind, new(m.TitleKy, m.TitleRu, m.TitleEn), m.Screen, m.State, m.Number),
                m => new Position(m.Id)
            ),
            ct
        );
    }
}
