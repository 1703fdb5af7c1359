using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.SignIn;

/// <param name="Tour">The tour of the first sign-in is still to be shown.</param>
/// <param name="CourseDue">[15.3] The course without which nothing else opens.</param>
internal sealed record MyAccountResponse(
    Guid AccountId,
    Guid SpecialistId,
    string Login,
    string FullName,
    string Position,
    string BodyKy,
    string BodyRu,
    Rights.Role Role,
    ScopeKind Scope,
    string? Territory,
    DateOnly ValidUntil,
    Guid? CourseDue,
    bool SecondFactor,
    bool Tour,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyList<SessionRow> Sessions
);

/// <summary>Who I am in the Base and what I may do.</summary>
internal sealed class MyAccountEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<MyAccountResponse>
{
    public override void Configure()
    {
        Get("access/me");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var me = await (
            from a in db.Accounts.AsNoTracking()
            where a.Id == Caller.AccountId
            join s in db.Specialists on a.SpecialistId equals s.Id
            join b in db.Bodies on s.BodyId equals b.Id
            select new
            {
                Account = a,
                Specialist = s,
                b.NameKy,
                b.NameRu,
            }
        ).FirstAsync(ct);
        await Send.OkAsync(
            new(
                me.Account.Id,
                me.Specialist.Id,
                me.Account.Login,
                me.Specialist.FullName,
                me.Specialist.Position,
                me.NameKy,
                me.NameRu,
                me.Account.Role,
                Caller.Scope.Kind,
                Caller.Scope.Territory,
                me.Account.ValidUntil,
                me.Account.CourseDueOn(time.Today()),
                me.Account.SecondFactor,
                me.Account.ToldAroundOn is null,
                [.. Caller.Permissions.Order()],
                await db.SessionsOfAsync(Caller.AccountId, Caller.SessionId, ct)
            ),
            ct
        );
    }
}
