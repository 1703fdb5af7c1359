using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Rights;

/// <param name="HeldIn">The bodies whose people can have the role.</param>
internal sealed record RightsRow(Role Role, ScopeKind Scope, bool SecondFactor, HeldIn HeldIn, IReadOnlyList<Permission> Permissions);

internal sealed record RightsResponse(IReadOnlyList<Permission> Permissions, IReadOnlyList<RightsRow> Roles);

/// <summary>Shows the table of rights to those who answer for them [7, 15.2].</summary>
internal sealed class ReadRightsEndpoint : ApiEndpoint<RightsResponse>
{
    public override void Configure()
    {
        Get("access/rights");
        Guarded(Permission.ReadRights, Reach.Reference, JournalKind.Read);
    }

    public override Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct) =>
        Send.OkAsync(
            new(
                Enum.GetValues<Permission>(),
                [
                    .. Enum.GetValues<Role>()
                        .Select(role => (role, right: RightsTable.Of(role)))
                        .Select(r => new RightsRow(
                            r.role,
                            r.right.Scope,
                            r.right.SecondFactor,
                            RoleBodies.Of(r.role),
                            [.. r.right.Permissions.Order()]
                        )),
                ]
            ),
            ct
        );
}
