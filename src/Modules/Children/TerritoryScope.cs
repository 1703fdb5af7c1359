using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;

namespace Registry.Children;

internal static class TerritoryScope
{
    /// <summary>A holder enters data in their own territory only [5.holder, 25.1].</summary>
    /// <exception cref="DomainException"><c>territory.beyond-yours</c> or <c>territory.unknown</c> at the field.</exception>
    public static async Task DemandInScopeAsync(
        this ITerritories territories,
        string territory,
        Caller caller,
        string field,
        CancellationToken ct
    )
    {
        if (!caller.Scope.Covers(territory))
            throw new DomainException("territory.beyond-yours", 403, field);
        if (!await territories.ExistsAsync(territory, ct))
            throw new DomainException("territory.unknown", 400, field);
    }
}
