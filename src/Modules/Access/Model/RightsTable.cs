using System.Collections.Frozen;
using Registry.Basics.Access;
using static Registry.Basics.Access.Permission;

namespace Registry.Access.Model;

/// <summary>
/// The one table of who may do what [7, 8, 5.admin, 5.holder, 20.9]. The administrator sees it as a page; the tests read it from the regulation's words.
/// </summary>
internal static class RightsTable
{
    private static readonly FrozenDictionary<Role, Right> Rights = new Dictionary<Role, Right>
    {
        [Role.BaseAdministrator] = new(
            ScopeKind.None,
            true,
            [
                UseBase,
                ReadBodies,
                ManageBodies,
                ManageAccounts,
                ManageCalendar,
                ManageTerritories,
                ManageDictionaries,
                ReadRights,
                RunJobs,
                ReadInstitutions,
                ManageInstitutions,
                ReadPurges,
                ManageClients,
                ManageRegisters,
                ReadJournal,
            ]
        ),
        [Role.AuthorisedBody] = new(
            ScopeKind.Republic,
            true,
            [
                UseBase,
                ReadChildren,
                ForwardSignals,
                ReadBodies,
                ManageAccounts,
                ReadRights,
                ReadInstitutions,
                ReadStatistics,
                PublishMaterials,
                ReadPurges,
                DecidePurges,
                ReadJournal,
                RegisterDisclosures,
                ApproveDisclosures,
                ManageTraining,
                DecideMerges,
                NameSealedReaders,
            ]
        ),
        [Role.CentralBody] = new(ScopeKind.Republic, true, [UseBase, ReadChildren, ReadBodies, ReadInstitutions, ReadStatistics]),
        [Role.TerritorialUnit] = new(
            ScopeKind.Territory,
            true,
            [
                UseBase,
                ReadChildren,
                ForwardSignals,
                ConsentToClosing,
                ApprovePlans,
                ReadBodies,
                ReadInstitutions,
                ReadStatistics,
                RegisterDisclosures,
                ApproveDisclosures,
            ]
        ),
        [Role.TerritorialBody] = new(ScopeKind.Territory, true, [UseBase, ReadChildren, ReportMeasures, ReadInstitutions, ReadStatistics]),
        [Role.Holder] = new(
            ScopeKind.Territory,
            true,
            [
                UseBase,
                ReadChildren,
                RegisterSignals,
                ForwardSignals,
                EditChildren,
                ReportMeasures,
                ReadInstitutions,
                ReadStatistics,
                RegisterDisclosures,
            ]
        ),
        [Role.InstitutionStaff] = new(ScopeKind.Own, true, [UseBase, ReportMeasures, ReadOwnInstitution]),
        [Role.Integrator] = new(ScopeKind.None, false, []),
    }.ToFrozenDictionary();

    public static Right Of(Role role) => Rights[role];

    /// <summary>The data scope of an account: no territory means nothing is seen.</summary>
    public static DataScope ScopeOf(Role role, string? territory) =>
        Of(role).Scope switch
        {
            ScopeKind.Republic => DataScope.Republic,
            ScopeKind.Territory when territory is not null => DataScope.In(territory),
            ScopeKind.Own => new(ScopeKind.Own),
            _ => DataScope.Nothing,
        };

    /// <summary>Only the administrator makes administrators; no one signs in as an integrator.</summary>
    public static bool MayGrant(Role granter, Role role) =>
        role is not Role.Integrator && (role is not Role.BaseAdministrator || granter is Role.BaseAdministrator);
}

/// <summary>One row of the table.</summary>
/// <param name="SecondFactor">[14.3] Required of everyone who sees children or gives access.</param>
internal sealed record Right(ScopeKind Scope, bool SecondFactor, FrozenSet<Permission> Permissions);
