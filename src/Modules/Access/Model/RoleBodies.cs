using System.Collections.Frozen;
using Registry.Basics.Access;
using static Registry.Access.Model.BodyKind;

namespace Registry.Access.Model;

/// <summary>In which bodies a role can be held. The right to consent, approve or disclose belongs to the body, so a role never outgrows it [5–8, 20.9, 27].</summary>
internal static class RoleBodies
{
    /// <summary>State and local self-government bodies that secure children's rights [5.bodies]; an institution for children is none of them.</summary>
    private static readonly BodyKind[] Securing = [.. Enum.GetValues<BodyKind>().Where(k => k is not (AuthorisedBody or Institution))];

    private static readonly FrozenDictionary<Role, HeldIn> Table = new Dictionary<Role, HeldIn>
    {
        [Role.BaseAdministrator] = new(BodyLevel.Central, [AuthorisedBody]),
        [Role.AuthorisedBody] = new(BodyLevel.Central, [AuthorisedBody]),
        [Role.CentralBody] = new(BodyLevel.Central, [.. Securing.Where(k => k is not LocalSelfGovernment)]),
        [Role.TerritorialUnit] = new(BodyLevel.Local, [AuthorisedBody]),
        [Role.TerritorialBody] = new(BodyLevel.Local, Securing),
        // [5.holder] the authorised body's unit is a territorial state body too
        [Role.Holder] = new(BodyLevel.Local, [AuthorisedBody, .. Securing]),
        [Role.InstitutionStaff] = new(BodyLevel.Local, [Institution]),
        [Role.Integrator] = new(BodyLevel.Central, []),
    }.ToFrozenDictionary();

    public static HeldIn Of(Role role) => Table[role];

    public static bool Fits(Role role, BodyKind kind, BodyLevel level) =>
        Of(role) is var held && held.Level == level && held.Kinds.Contains(kind);

    /// <summary>An access never reaches beyond its body's own territory; an institution takes children of its whole district.</summary>
    /// <param name="territory">Of the access; a role of the republic has none.</param>
    public static bool Covers(Role role, string bodyTerritory, string? territory) =>
        territory is null
        || RightsTable.Of(role).Scope is not (ScopeKind.Territory or ScopeKind.Own)
        || Soate.Contains(role is Role.InstitutionStaff ? Soate.DistrictOf(bodyTerritory) : bodyTerritory, territory);
}

/// <summary>One row of the table.</summary>
internal sealed record HeldIn(BodyLevel Level, IReadOnlyList<BodyKind> Kinds);
