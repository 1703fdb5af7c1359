using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Institutions.Placements;

internal sealed record ListPlacementsOfChildRequest(Guid Id);

internal sealed record PlacementView(
    Guid Id,
    PlacementKind Kind,
    Guid? InstitutionId,
    string? InstitutionKy,
    string? InstitutionRu,
    DateOnly From,
    DateOnly? Until,
    DateOnly DecidedOn,
    PlacementContents Contents,
    DateOnly? ReviewDueOn,
    string? PlacedBy,
    Guid Version
);

/// <param name="Apart">True when both live somewhere and it is not the same place.</param>
internal sealed record SiblingView(Guid ChildId, string FullName, bool Apart);

internal sealed record ListPlacementsOfChildResponse(bool CanEdit, IReadOnlyList<PlacementView> Items, IReadOnlyList<SiblingView> Siblings);

/// <summary>Where a child has lived, the latest first, and whether its siblings live elsewhere.</summary>
internal sealed class ListPlacementsOfChildEndpoint(InstitutionsDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ListPlacementsOfChildRequest, ListPlacementsOfChildResponse>
{
    public override void Configure()
    {
        Get("institutions/placements/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListPlacementsOfChildRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var rows = await db
            .Placements.AsNoTracking()
            .Where(p => p.ChildId == request.Id)
            .OrderByDescending(p => p.From)
            .ThenByDescending(p => p.Id)
            .ToListAsync(ct);
        var institutionIds = rows.Select(r => r.InstitutionId).OfType<Guid>().ToList();
        var institutions = await db
            .Institutions.AsNoTracking()
            .Where(i => institutionIds.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => (i.NameKy, i.NameRu), ct);
        var ids = rows.ConvertAll(r => r.Id);
        var due = (await db.Deadlines.Where(d => ids.Contains(d.AboutId) && d.IsOpen).ToListAsync(ct))
            .GroupBy(d => d.AboutId)
            .ToDictionary(g => g.Key, g => g.Min(d => d.DueOn));
        var names = await specialists.NamesAsync([.. rows.Select(r => r.PlacedBy).Distinct()], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        var items = rows.ConvertAll(r =>
        {
            var found = r.InstitutionId is { } id && institutions.TryGetValue(id, out var named) ? named : default;
            return new PlacementView(
                r.Id,
                r.Kind,
                r.InstitutionId,
                found.NameKy,
                found.NameRu,
                r.From,
                r.Until,
                r.DecidedOn,
                r.Open(seal),
                due.TryGetValue(r.Id, out var day) ? day : null,
                names.GetValueOrDefault(r.PlacedBy),
                r.Version
            );
        });
        var canEdit = Caller.May(Permission.EditChildren) && !about.IsClosed;
        await Send.OkAsync(new(canEdit, items, await SiblingsAsync(request.Id, ct)), ct);
    }

    private async Task<List<SiblingView>> SiblingsAsync(Guid child, CancellationToken ct)
    {
        var linked = await db.Siblings.Where(s => s.ChildId == child).Select(s => s.SiblingId).ToListAsync(ct);
        // a sibling whose case moved to another district is named only there
        var lie = await cases.PlacesAsync(linked, ct);
        var ids = linked.Where(id => lie.TryGetValue(id, out var place) && Caller.Scope.Covers(place.Territory)).ToList();
        var family = ids.Append(child).ToList();
        var places = (await db.Placements.AsNoTracking().Where(p => family.Contains(p.ChildId) && p.Until == null).ToListAsync(ct))
            .Where(p => p.Kind.IsResidential())
            .ToDictionary(p => p.ChildId);
        var names = await cases.NamesAsync(ids, ct);
        return [.. ids.Where(names.ContainsKey).Select(id => new SiblingView(id, names[id], Apart(id)))];

        bool Apart(Guid sibling) =>
            places.TryGetValue(sibling, out var there)
            && places.TryGetValue(child, out var here)
            && (there.Kind.IsInInstitution() || here.Kind.IsInInstitution())
            && there.InstitutionId != here.InstitutionId;
    }
}
