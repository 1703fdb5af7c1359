using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Tour">The tour of the first sign-in is still to be shown.</param>
/// <param name="Language">ky, ru or en; null until the person chooses one.</param>
/// <param name="Version">Of the program, for the page footer.</param>
/// <param name="CourseDue">[15.3] The course without which nothing else opens.</param>
internal sealed record MyAccountResponse(
    Guid AccountId,
    Guid SpecialistId,
    string Login,
    string FullName,
    string Position,
    string BodyKy,
    string BodyRu,
    Role Role,
    ScopeKind Scope,
    string? Territory,
    DateOnly ValidUntil,
    Guid? CourseDue,
    MySecondFactor SecondFactor,
    bool Tour,
    string? Language,
    IReadOnlyList<Permission> Permissions,
    string Version
);

/// <param name="Enrolled">A second factor is required at each sign-in.</param>
/// <param name="RecoveryCodes">How many are left.</param>
internal sealed record MySecondFactor(bool Enrolled, int RecoveryCodes, IReadOnlyList<MyPasskey> Passkeys);

internal sealed record MyPasskey(Guid Id, DateTime AddedAt, DateTime? UsedAt);

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
                await SecondFactorAsync(me.Account, ct),
                me.Account.ToldAroundOn is null,
                me.Account.Language,
                [.. Caller.Permissions.Order()],
                Product.Version
            ),
            ct
        );
    }

    private async Task<MySecondFactor> SecondFactorAsync(Account account, CancellationToken ct) =>
        !account.SecondFactor
            ? new(false, 0, [])
            : new(
                true,
                await db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id, ct),
                await db
                    .Passkeys.Where(p => p.AccountId == account.Id)
                    .OrderBy(p => p.AddedAt)
                    .Select(p => new MyPasskey(p.Id, p.AddedAt, p.UsedAt))
                    .ToListAsync(ct)
            );
}
