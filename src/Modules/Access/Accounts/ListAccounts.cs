using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record ListAccountsRequest(string? Search = null, Role? Role = null, string? Cursor = null, int? Size = null);

internal sealed record AccountRow(
    Guid Id,
    string Login,
    string FullName,
    string BodyKy,
    string BodyRu,
    Role Role,
    string? Territory,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    AccountStatus Status
);

/// <summary>The accounts by login.</summary>
internal sealed class ListAccountsEndpoint(AccessDbContext db, TimeProvider clock) : ApiEndpoint<ListAccountsRequest, Page<AccountRow>>
{
    private sealed record Position(string Login);

    public override void Configure()
    {
        Get("access/accounts");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListAccountsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows =
            from a in db.Accounts.AsNoTracking()
            join s in db.Specialists on a.SpecialistId equals s.Id
            join b in db.Bodies on s.BodyId equals b.Id
            select new
            {
                Account = a,
                Specialist = s,
                b.NameKy,
                b.NameRu,
                BodySuspended = b.SuspendedAt != null,
            };
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(r => r.Specialist.SearchText.Contains(word) || r.Account.Login.Contains(request.Search!));
        if (request.Role is { } role)
            rows = rows.Where(r => r.Account.Role == role);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(r => string.Compare(r.Account.Login, after.Login) > 0);
        var page = await rows.OrderBy(r => r.Account.Login).Take(size + 1).ToListAsync(ct);
        var today = clock.Today();
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                r => new AccountRow(
                    r.Account.Id,
                    r.Account.Login,
                    r.Specialist.FullName,
                    r.NameKy,
                    r.NameRu,
                    r.Account.Role,
                    r.Account.Territory,
                    r.Account.ValidFrom,
                    r.Account.ValidUntil,
                    r.Account.StatusOn(today, r.BodySuspended)
                ),
                r => new Position(r.Account.Login)
            ),
            ct
        );
    }
}
