using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;

namespace Registry.Access.Model;

/// <summary>Look-ups that several slices share.</summary>
internal static class AccountQueries
{
    /// <summary>An account that the caller may manage; an administrator's account only by an administrator.</summary>
    /// <exception cref="DomainException">404.</exception>
    public static async Task<Account> FindAccountAsync(this AccessDbContext db, Guid id, Caller caller, CancellationToken ct)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw DomainException.NotFound();
        return RightsTable.MayGrant(caller.Role, account.Role) ? account : throw DomainException.NotFound();
    }

    public static Task<bool> IsBodySuspendedAsync(this AccessDbContext db, Account account, CancellationToken ct) =>
        db.Specialists.AnyAsync(s => s.Id == account.SpecialistId && db.Bodies.Any(b => b.Id == s.BodyId && b.SuspendedAt != null), ct);

    /// <exception cref="DomainException">
    /// <c>account.role-not-for-body</c> or <c>account.territory-not-of-body</c> at its field: people of such a body cannot have the role, or the body does not reach there.
    /// </exception>
    public static async Task RequireFitAsync(
        this AccessDbContext db,
        Guid specialistId,
        Role role,
        string? territory,
        string? parent,
        CancellationToken ct
    )
    {
        var body = await db
            .Specialists.Where(s => s.Id == specialistId)
            .Join(
                db.Bodies,
                s => s.BodyId,
                b => b.Id,
                (s, b) =>
                    new
                    {
                        b.Kind,
                        b.Level,
                        b.Territory,
                    }
            )
            .FirstAsync(ct);
        if (!RoleBodies.Fits(role, body.Kind, body.Level))
            throw new DomainException("account.role-not-for-body", 409, parent is null ? null : $"{parent}role");
        if (!RoleBodies.Covers(role, body.Territory, territory))
            throw new DomainException("account.territory-not-of-body", 409, parent is null ? null : $"{parent}territory");
    }

    /// <summary>What these specialists hold, or will hold again.</summary>
    public static async Task<List<(Role Role, string? Territory)>> HeldAsync(
        this AccessDbContext db,
        IQueryable<Specialist> specialists,
        DateOnly today,
        CancellationToken ct
    ) =>
        [
            .. (
                await db
                    .Accounts.Where(a => a.ValidUntil >= today && specialists.Any(s => s.Id == a.SpecialistId))
                    .Select(a => new { a.Role, a.Territory })
                    .Distinct()
                    .ToListAsync(ct)
            ).Select(a => (a.Role, a.Territory)),
        ];

    public static async Task EndSessionsAsync(this AccessDbContext db, Guid accountId, DateTime at, CancellationToken ct)
    {
        foreach (var session in await db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync(ct))
            session.End(at);
    }

    /// <summary>The open sessions of an account and its last twenty.</summary>
    public static async Task<List<SessionRow>> SessionsOfAsync(
        this AccessDbContext db,
        Guid accountId,
        Guid current,
        DateTime now,
        TimeSpan idle,
        CancellationToken ct
    )
    {
        var sessions = db.Sessions.AsNoTracking().Where(s => s.AccountId == accountId && s.SeenAt != null);
        // none that is open may be missing, however many there are
        var open = await sessions.Where(s => s.EndedAt == null && s.EndsAt > now).ToListAsync(ct);
        var last = await sessions.OrderByDescending(s => s.StartedAt).Take(20).ToListAsync(ct);
        return
        [
            .. open.Concat(last)
                .DistinctBy(s => s.Id)
                .OrderByDescending(s => s.StartedAt)
                .Select(s => SessionRow.Of(s, current, now, idle)),
        ];
    }

    /// <exception cref="DomainException">The body, or the department in it, does not exist.</exception>
    public static async Task RequireBodyAsync(this AccessDbContext db, Guid bodyId, Guid? departmentId, string field, CancellationToken ct)
    {
        var body = await db.Bodies.AsNoTracking().Include(b => b.Departments).FirstOrDefaultAsync(b => b.Id == bodyId, ct);
        if (body is null)
            throw new DomainException("body.unknown", 400, $"{field}.bodyId");
        if (departmentId is { } department && body.Departments.All(d => d.Id != department))
            throw new DomainException("department.unknown", 400, $"{field}.departmentId");
    }
}
