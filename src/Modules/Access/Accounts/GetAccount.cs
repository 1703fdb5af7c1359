using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record GetAccountRequest(Guid Id);

internal sealed record GetAccountResponse(
    Guid Id,
    string Login,
    Guid SpecialistId,
    string FullName,
    string Position,
    AccessData Access,
    DateOnly? CourseValidUntil,
    AccountStatus Status,
    string? SuspendReason,
    bool SecondFactor,
    bool MustChangePassword,
    IReadOnlyList<SessionRow> Sessions
);

/// <summary>An account with its last sessions.</summary>
internal sealed class GetAccountEndpoint(AccessDbContext db, SessionRules sessions, TimeProvider clock)
    : ApiEndpoint<GetAccountRequest, GetAccountResponse>
{
    public override void Configure()
    {
        Get("access/accounts/{id}");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(GetAccountRequest request, CancellationToken ct)
    {
        var a = await db.FindAccountAsync(request.Id, Caller, ct);
        var s = await db.Specialists.AsNoTracking().FirstAsync(s => s.Id == a.SpecialistId, ct);
        HttpContext.ShowVersion(a.Version);
        await Send.OkAsync(
            new(
                a.Id,
                a.Login,
                a.SpecialistId,
                s.FullName,
                s.Position,
                a.Access,
                a.CourseValidUntil,
                a.StatusOn(clock.Today(), await db.IsBodySuspendedAsync(a, ct)),
                a.SuspendReason,
                a.SecondFactor,
                a.MustChangePassword,
                await db.SessionsOfAsync(a.Id, Caller.SessionId, clock.Utc(), sessions.Idle, ct)
            ),
            ct
        );
    }
}
