using Registry.Basics.Access;

namespace Registry.Access.Model;

/// <summary>Roles that one person never holds beside each other: who keeps the Base sees no child, and who enters does not approve [5.admin, 5.holder, 20.9].</summary>
internal static class ExclusiveRoles
{
    private static readonly (Role, Role)[] Pairs =
    [
        .. Enum.GetValues<Role>().Where(r => r is not Role.BaseAdministrator).Select(r => (Role.BaseAdministrator, r)),
        (Role.AuthorisedBody, Role.Holder),
        (Role.AuthorisedBody, Role.TerritorialUnit),
        (Role.AuthorisedBody, Role.TerritorialBody),
        (Role.AuthorisedBody, Role.InstitutionStaff),
        (Role.TerritorialUnit, Role.Holder),
        (Role.TerritorialUnit, Role.TerritorialBody),
        (Role.TerritorialUnit, Role.InstitutionStaff),
        (Role.Holder, Role.InstitutionStaff),
    ];

    public static bool Exclude(Role one, Role other) => Pairs.Contains((one, other)) || Pairs.Contains((other, one));
}
