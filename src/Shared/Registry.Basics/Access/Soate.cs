using System.Linq.Expressions;

namespace Registry.Basics.Access;

/// <summary>A row that belongs to a territory and so to the scope of some users.</summary>
public interface ITerritorial
{
    /// <summary>SOATE code, 14 characters.</summary>
    string Territory { get; }

    /// <summary>The rayon, city or city district of <see cref="Territory"/>: its first 8 characters, for equality in an index.</summary>
    string District { get; }
}

/// <summary>The shape of SOATE codes: 417 + oblast (2) + rayon or city (3) + aiyl aimak or town (3) + village (3).</summary>
public static class Soate
{
    public const int Length = 14;

    /// <summary>
    /// Where everything lies about a child whose case ended by adoption: no territory at all, so that no one's scope covers it. Only a scope that
    /// opens sealed records does.
    /// </summary>
    public const string Sealed = "99900000000000";
    public const string SealedDistrict = "99900000";
    private const int OblastLength = 5;
    public const int DistrictLength = 8;
    private const int TownLength = 11;

    public static string District(string territory) => territory.Length < DistrictLength ? territory : territory[..DistrictLength];

    /// <summary>The code of the rayon, city or city district that a territory lies in.</summary>
    public static string DistrictOf(string territory) =>
        Prefix(territory).Length > DistrictLength ? District(territory).PadRight(Length, '0') : territory;

    /// <summary>The leading characters that every territory inside this one shares.</summary>
    public static string Prefix(string territory) =>
        territory[OblastLength..].All(c => c == '0') ? territory[..OblastLength]
        : IsDistrict(territory) ? territory[..DistrictLength]
        : territory[TownLength..].All(c => c == '0') ? territory[..TownLength]
        : territory;

    /// <summary>The codes that a territory may lie in, the nearest first; not each of them exists.</summary>
    public static IEnumerable<string> Ancestors(string territory)
    {
        if (!IsDistrict(territory))
        {
            if (territory[TownLength..] != "000")
                yield return territory[..TownLength].PadRight(Length, '0');
            yield return territory[..DistrictLength].PadRight(Length, '0');
            yield return territory[..DistrictLength] + "000010";
        }
        if (Prefix(territory).Length > OblastLength)
            yield return territory[..OblastLength].PadRight(Length, '0');
    }

    /// <summary>True for an aiyl aimak, whose villages share its first eleven characters.</summary>
    public static bool IsAimak(string territory) => !IsDistrict(territory) && territory[TownLength..] == "000";

    public static bool Contains(string outer, string inner) => inner.StartsWith(Prefix(outer), StringComparison.Ordinal);

    // cities of oblast significance end in 000010, rayons and city districts in 000000
    private static bool IsDistrict(string territory) => territory[DistrictLength..] is "000000" or "000010";

    public static bool IsValid(string? territory) =>
        territory is { Length: Length } && territory.StartsWith("417", StringComparison.Ordinal) && territory.All(char.IsAsciiDigit);

    /// <summary>The condition that holds for rows inside a territory, in a shape that an index on District or Territory serves.</summary>
    internal static Expression<Func<T, bool>> Within<T>(string territory)
        where T : ITerritorial
    {
        var low = Prefix(territory);
        var lastDistrict = low.PadRight(DistrictLength, '9');
        var lastTerritory = low.PadRight(Length, '9');
        var district = District(territory);
        return low.Length switch
        {
            OblastLength => row => string.Compare(row.District, low) >= 0 && string.Compare(row.District, lastDistrict) <= 0,
            DistrictLength => row => row.District == district,
            _ => row =>
                row.District == district && string.Compare(row.Territory, low) >= 0 && string.Compare(row.Territory, lastTerritory) <= 0,
        };
    }
}
