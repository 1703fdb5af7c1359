using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record PreviewCloseInstitutionRequest(Guid Id);

/// <summary>What closing an institution takes away, and how many children have to leave it first.</summary>
internal sealed class PreviewCloseInstitutionEndpoint(InstitutionsDbContext db) : PreviewEndpoint<PreviewCloseInstitutionRequest>
{
    public override void Configure() => Previews("institutions/{id}/consequences", Permission.ManageInstitutions, Reach.Administration);

    public override async Task HandleAsync(PreviewCloseInstitutionRequest request, CancellationToken ct)
    {
        var institution = await db.FindAsync(request.Id, ct);
        var inside = await db.Placements.CountAsync(p => p.InstitutionId == institution.Id && p.Until == null, ct);
        await ShowAsync(
            institution.Name,
            canBeUndone: true,
            [new(ConsequenceKind.ChildrenInside, inside), new(ConsequenceKind.PlacesLost, institution.Capacity)],
            ct
        );
    }
}
