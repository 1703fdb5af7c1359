using System.Collections.Frozen;
using System.Data.Common;
using System.Net;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <summary>Reads the caller again at every request: suspension, end of term, another role or territory are in force at once.</summary>
internal sealed class Callers(HotReads reads, ClientUse clients, SessionUse sessions, SessionRules rules, TimeProvider clock) : ICallers
{
    private sealed record Row(
        Guid AccountId,
        Guid SpecialistId,
        Guid BodyId,
        Role Role,
        string? Territory,
        DateOnly ValidFrom,
        DateOnly ValidUntil,
        bool MustChangePassword,
        DateTime SeenAt,
        DateTime EndsAt,
        bool RequiresCourse,
        DateOnly? CourseValidUntil,
        bool OpensSealed
    );

    /// <summary>[15.3] Anyone who owes a course reads materials and takes it, and nothing more.</summary>
    private static readonly FrozenSet<Permission> WhileACourseIsOwed = [Permission.UseBase];

    public async Task<Caller?> FindAsync(Guid sessionId, bool attended, CancellationToken ct)
    {
        var row = await reads.FirstAsync(
            reads
                .Sql()
                .Add(
                    """
                    SELECT a.Id, p.Id, p.BodyId, a.Role, a.Territory, a.ValidFrom, a.ValidUntil, a.MustChangePassword, s.SeenAt, s.EndsAt, a.RequiredCourse,
                        a.CourseValidUntil,
                        (SELECT COUNT(*) FROM {access.sealed_readers} r WHERE r.SpecialistId = p.Id AND r.ConfirmedAt IS NOT NULL AND r.EndedAt IS NULL)
                    FROM {access.sessions} s
                    JOIN {access.accounts} a ON a.Id = s.AccountId
                    JOIN {access.specialists} p ON p.Id = a.SpecialistId
                    JOIN {access.bodies} b ON b.Id = p.BodyId
                    WHERE s.Id = {} AND s.EndedAt IS NULL AND s.SeenAt IS NOT NULL AND a.SuspendedAt IS NULL AND b.SuspendedAt IS NULL
                    """,
                    sessionId
                ),
            Read,
            ct
        );
        var (now, today) = (clock.Utc(), clock.Today());
        if (
            row is null
            || row.MustChangePassword
            || today < row.ValidFrom
            || today > row.ValidUntil
            || now > row.EndsAt
            || now - row.SeenAt > rules.Idle
        )
            return null;
        if (attended)
            await sessions.NoteAsync(sessionId, row.SeenAt, ct);
        var right = RightsTable.Of(row.Role);
        var owes = row.RequiresCourse && !(row.CourseValidUntil >= today);
        return new(
            row.AccountId,
            sessionId,
            row.SpecialistId,
            row.BodyId,
            row.Role,
            owes ? WhileACourseIsOwed : right.Permissions,
            owes
                ? DataScope.Nothing
                : RightsTable.ScopeOf(row.Role, row.Territory) with
                {
                    OpensSealed = row.OpensSealed && row.Role is Role.AuthorisedBody,
                }
        );
    }

    public async Task<Caller?> FindClientAsync(Guid clientId, IPAddress? from, CancellationToken ct)
    {
        var client = await reads.FirstAsync(
            reads
                .Sql()
                .Add(
                    "SELECT c.BodyId, c.Scopes, c.Territory, c.ValidFrom, c.ValidUntil, c.Addresses, c.PerMinute, c.LastUsedAt FROM {access.clients} c JOIN {access.bodies} b ON b.Id = c.BodyId WHERE c.Id = {} AND c.RevokedAt IS NULL AND b.SuspendedAt IS NULL",
                    clientId
                ),
            row => new ClientState(
                row.Id(0),
                row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.Day(3),
                row.Day(4),
                row.GetString(5),
                row.GetInt32(6),
                row.IsDBNull(7) ? null : DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc)
            ),
            ct
        );
        var today = clock.Today();
        if (client is null || today < client.ValidFrom || today > client.ValidUntil || !client.MayCallFrom(from))
            return null;
        await clients.NoteAsync(clientId, client.LastUsedAt, ct);
        return new(
            clientId,
            Guid.Empty,
            clientId,
            client.BodyId,
            Role.Integrator,
            client.Permissions,
            client.Territory is { } territory ? DataScope.In(territory) : DataScope.Republic,
            client.PerMinute
        );
    }

    private static Row Read(DbDataReader row) =>
        new(
            row.Id(0),
            row.Id(1),
            row.Id(2),
            row.Code<Role>(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            row.Day(5),
            row.Day(6),
            row.GetBoolean(7),
            DateTime.SpecifyKind(row.GetDateTime(8), DateTimeKind.Utc),
            DateTime.SpecifyKind(row.GetDateTime(9), DateTimeKind.Utc),
            !row.IsDBNull(10),
            row.IsDBNull(11) ? null : row.Day(11),
            row.GetInt32(12) > 0
        );
}
