using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Contracts;
using Registry.Institutions.Model;

namespace Registry.Institutions.Placements;

/// <summary>No overlap, no gap without an explanation, no institution that is closed, none beyond capacity without a stated reason.</summary>
internal static class PlacementRules
{
    public static async Task RequireAllowedAsync(this InstitutionsDbContext db, PlacementDecision said, CancellationToken ct)
    {
        if (said.Kind.IsResidential())
            RequireOneAfterAnother(await db.ResidencesAsync(said.Id, ct), said);
        if (said.Kind.IsInInstitution())
            await db.RequireRoomAsync(said, ct);
    }

    private static Task<List<Placement>> ResidencesAsync(this InstitutionsDbContext db, Guid child, CancellationToken ct) =>
        db.Placements.Where(p => p.ChildId == child && p.Kind != PlacementKind.DayCentre).ToListAsync(ct);

    private static void RequireOneAfterAnother(List<Placement> residences, PlacementDecision said)
    {
        if (residences.Exists(p => p.Until is null))
            throw new DomainException("placement.not-left-yet");
        // the day of leaving one place is the day of coming to the next
        if (residences.Exists(p => said.From < p.Until))
            throw new DomainException("placement.overlaps", 409, "from");
        var last = residences.Max(p => p.Until);
        if (last is { } left && said.From > left.AddDays(1) && string.IsNullOrWhiteSpace(said.Gap))
            throw new DomainException("placement.gap-unexplained", 409, "gap");
    }

    private static async Task RequireRoomAsync(this InstitutionsDbContext db, PlacementDecision said, CancellationToken ct)
    {
        // two children cannot take the last place at once, nor one a place in a closed institution
        await db.HoldAsync(said.InstitutionId!.Value, ct);
        var institution =
            await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == said.InstitutionId, ct)
            ?? throw new DomainException("placement.institution-required", 400, "institutionId");
        if (institution.ClosedOn is not null)
            throw new DomainException("placement.institution-closed", 409, "institutionId");
        if (!Fits(said.Kind, institution.Kind))
            throw new DomainException("placement.other-kind", 409, "institutionId");
        var living = await db.Placements.CountAsync(p => p.InstitutionId == institution.Id && p.Until == null, ct);
        if (living >= institution.Capacity && string.IsNullOrWhiteSpace(said.BeyondCapacity))
            throw new DomainException("placement.full", 409, "beyondCapacity");
    }

    private static bool Fits(PlacementKind placement, InstitutionKind institution) =>
        placement switch
        {
            PlacementKind.FamilyTypeHome => institution is InstitutionKind.FamilyTypeHome,
            PlacementKind.Rehabilitation => institution is InstitutionKind.Rehabilitation,
            PlacementKind.CrisisCentre => institution is InstitutionKind.CrisisCentre,
            PlacementKind.DayCentre => institution is InstitutionKind.DayCentre or InstitutionKind.Rehabilitation,
            _ => institution
                is not (
                    InstitutionKind.FamilyTypeHome
                    or InstitutionKind.Rehabilitation
                    or InstitutionKind.CrisisCentre
                    or InstitutionKind.DayCentre
                ),
        };
}
