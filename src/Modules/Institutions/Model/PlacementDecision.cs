using Registry.Contracts;

namespace Registry.Institutions.Model;

/// <param name="Id">The child.</param>
/// <param name="Gap">Where the child was since the earlier placement, if days lie between.</param>
/// <param name="BeyondCapacity">Why here although the institution is full.</param>
internal sealed record PlacementDecision(
    Guid Id,
    PlacementKind Kind,
    DateOnly From,
    DateOnly DecidedOn,
    string LegalGround,
    string Decision,
    string DecidedBy,
    Guid? InstitutionId = null,
    string? Carer = null,
    string? Gap = null,
    string? BeyondCapacity = null
);
