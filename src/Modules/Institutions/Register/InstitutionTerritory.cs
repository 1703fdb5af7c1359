using Registry.Basics;
using Registry.Contracts;

namespace Registry.Institutions.Register;

/// <summary>An institution stands in a territory that exists.</summary>
internal static class InstitutionTerritory
{
    /// <exception cref="DomainException"><c>territory.unknown</c> at the field.</exception>
    public static async Task DemandAsync(this ITerritories territories, string code, CancellationToken ct)
    {
        if (!await territories.ExistsAsync(code, ct))
            throw new DomainException("territory.unknown", 400, "institution.territory");
    }
}
