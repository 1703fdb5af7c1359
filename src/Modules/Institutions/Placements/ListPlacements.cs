using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Placements;

/// <param name="NeedsReview">Only those in an institution for six months without a review.</param>
internal sealed record ListPlacementsRequest(
    Guid? InstitutionId = null,
    bool? NeedsReview = null,
    bool? SiblingsApart = null,
    string? Cursor = null,
    int? Size = null
);

internal sealed record PlacementRow(
    Guid Id,
    Guid ChildId,
    string FullName,
    string Number,
    string Territory,
    PlacementKind Kind,
    Guid? InstitutionId,
    string? InstitutionKy,
    string? InstitutionRu,
    DateOnly From,
    DateOnly ReviewedOn,
    bool NeedsReview,
    CaseMark Mark
);

/// <summary>The running placements inside the reader's scope: the children of an institution, and what needs a review [13b.4].</summary>
internal sealed class ListPlacementsEndpoint(InstitutionsDbContext db, ICases cases, TimeProvider time)
    : ApiEndpoint<ListPlacementsRequest, Page<PlacementRow>>
{
    private const int MonthsWithoutReview = 6;

    private sealed record Position(DateOnly ReviewedOn, Guid Id);

    public override void Configure()
    {
        Get("institutions/placements");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListPlacementsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var before = time.Today().AddMonths(-MonthsWithoutReview);
        var rows = db.Placements.AsNoTracking().Within(Caller.Scope).Where(p => p.Until == null);
        if (request.InstitutionId is { } institution)
            rows = rows.Where(p => p.InstitutionId == institution);
        if (request.NeedsReview == true)
            rows = rows.Where(p => p.InstitutionId != null && p.Kind != PlacementKind.DayCentre && p.ReviewedOn <= before);
        if (request.SiblingsApart == true)
            rows = rows.Where(p =>
                p.Kind != PlacementKind.DayCentre
                && db.Siblings.Any(s =>
                    s.ChildId == p.ChildId
                    && db.Placements.Any(o =>
                        o.ChildId == s.SiblingId
                        && o.Until == null
                        && o.Kind != PlacementKind.DayCentre
                        && (o.InstitutionId != null || p.InstitutionId != null)
                        && (o.InstitutionId == null || p.InstitutionId == null || o.InstitutionId != p.InstitutionId)
                    )
                )
            );
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(p => p.ReviewedOn > after.ReviewedOn || (p.ReviewedOn == after.ReviewedOn && p.Id > after.Id));
        var page = await rows.OrderBy(p => p.ReviewedOn).ThenBy(p => p.Id).Take(size + 1).ToListAsync(ct);
        var ids = page.Select(p => p.InstitutionId).OfType<Guid>().Distinct().ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var names = await cases.NamesAsync([.. page.Select(p => p.ChildId)], ct);
        var marks = await cases.MarksAsync([.. page.Select(p => p.ChildId)], ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                p => new PlacementRow(
                    p.Id,
                    p.ChildId,
                    names.GetValueOrDefault(p.ChildId) ?? "",
                    p.Number,
                    p.Territory,
                    p.Kind,
                    p.InstitutionId,
                    p.InstitutionId is { } id ? institutions[id].NameKy : null,
                    p.InstitutionId is { } one ? institutions[one].NameRu : null,
                    p.From,
                    p.ReviewedOn,
                    p.Kind.IsInInstitution() && p.Kind.IsResidential() && p.ReviewedOn <= before,
                    marks.Of(p.ChildId)
                ),
                p => new Position(p.ReviewedOn, p.Id)
            ),
            ct
        );
    }
}
