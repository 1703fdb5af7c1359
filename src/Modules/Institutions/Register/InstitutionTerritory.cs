using Registry.Basics;
using Registry.Contracts;

namespace Registry.Institutions.Register;

/// <summary>An institution is in an existing territory.</summary>
internal static class InstitutionTerritory
{
    /// <exception cref="DomainException"><c>territory.unknown</c> at the field.</exception>
    public static async Task RequireAsync(this ITerritories territories, string code, CancellationToken ct)
    {
        if (!await territories.ExistsAsync(code, ct))
            throw new DomainException("territory.unknown", 400, "institution.territory");
    }
}
