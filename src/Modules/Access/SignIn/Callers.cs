using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Access.Rights;
using Registry.Kernel.Access;
using Registry.Kernel.Time;

namespace Registry.Access.SignIn;

/// <summary>Reads the caller anew at every request: suspension, end of term, another role or territory are in force at once.</summary>
internal sealed class Callers(AccessDbContext db, TimeProvider clock) : ICallers
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
        DateTime StartedAt
    );

    /// <summary>A session lasts a working day at most.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    private static readonly Func<AccessDbContext, Guid, Task<Row?>> Find = EF.CompileAsyncQuery(
        (AccessDbContext db, Guid sessionId) =>
            (
                from s in db.Sessions
                where s.Id == sessionId && s.EndedAt == null
                join a in db.Accounts on s.AccountId equals a.Id
                where a.SuspendedAt == null
                join p in db.Specialists on a.SpecialistId equals p.Id
                select new Row(a.Id, p.Id, p.BodyId, a.Role, a.Territory, a.ValidFrom, a.ValidUntil, a.MustChangePassword, s.StartedAt)
            ).FirstOrDefault()
    );

    public async Task<Caller?> FindAsync(Guid sessionId, CancellationToken ct)
    {
        var row = await Find(db, sessionId);
        var today = clock.Today();
        if (
            row is null
            || row.MustChangePassword
            || today < row.ValidFrom
            || today > row.ValidUntil
            || clock.Utc() - row.StartedAt > LongestSession
        )
            return null;
        var right = RightsTable.Of(row.Role);
        return new(
            row.AccountId,
            sessionId,
            row.SpecialistId,
            row.BodyId,
            row.Role.ToString(),
            right.Permissions,
            RightsTable.ScopeOf(row.Role, row.Territory)
        );
    }
}
