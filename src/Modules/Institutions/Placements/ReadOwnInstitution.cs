using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Placements;

internal sealed record ReadOwnInstitutionRequest(string? Cursor = null, int? Size = null);

internal sealed record ChildHere(
    Guid PlacementId,
    string FullName,
    string CaseNumber,
    PlacementKind Kind,
    DateOnly From,
    DateOnly ReviewedOn
);

internal sealed record ReadOwnInstitutionResponse(Guid Id, InstitutionData Institution, int Placed, Page<ChildHere> Children);

/// <summary>
/// Staff see their own institution, the one with their body's taxpayer number, and the names of the children who live there now; nothing of
/// their cards [7, 25.1].
/// </summary>
internal sealed class ReadOwnInstitutionEndpoint(InstitutionsDbContext db, ISpecialists specialists, ICases cases)
    : ApiEndpoint<ReadOwnInstitutionRequest, ReadOwnInstitutionResponse>
{
    private sealed record Position(DateOnly From, Guid Id);

    public override void Configure()
    {
        Get("institutions/own");
        Guarded(Permission.ReadOwnInstitution, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadOwnInstitutionRequest request, CancellationToken ct)
    {
        var inn = await specialists.InnOfBodyAsync(Caller.BodyId, ct);
        var institution =
            await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.Inn == inn && i.ClosedOn == null, ct)
            ?? throw new DomainException("institution.none-of-yours", 404);
        var size = Cursor.Size(request.Size);
        var here = db.Placements.AsNoTracking().Within(DataScope.Republic).Where(p => p.InstitutionId == institution.Id && p.Until == null);
        var placed = await here.CountAsync(ct);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            here = here.Where(p => p.From > after.From || (p.From == after.From && p.Id > after.Id));
        var page = await here.OrderBy(p => p.From).ThenBy(p => p.Id).Take(size + 1).ToListAsync(ct);
        var names = await cases.NamesAsync([.. page.Select(p => p.ChildId)], ct);
        await Send.OkAsync(
            new(
                institution.Id,
                institution.Data,
                placed,
                Cursor.Cut(
                    page,
                    size,
                    p => new ChildHere(p.Id, names.GetValueOrDefault(p.ChildId) ?? "", p.Number, p.Kind, p.From, p.ReviewedOn),
                    p => new Position(p.From, p.Id)
                )
            ),
            ct
        );
    }
}
