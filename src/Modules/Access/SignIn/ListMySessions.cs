using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn;

internal sealed record ListMySessionsRequest(bool? OpenOnly = null, string? Cursor = null, int? Size = null);

/// <summary>All sessions of one's own account in the last thirty days, the newest first; the current one is marked [15.2].</summary>
internal sealed class ListMySessionsEndpoint(AccessDbContext db, SessionRules rules, TimeProvider clock)
    : ApiEndpoint<ListMySessionsRequest, Page<SessionRow>>
{
    private sealed record Position(DateTime StartedAt, Guid Id);

    public override void Configure()
    {
        Get("access/me/sessions");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListMySessionsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var (now, seen) = (clock.Utc(), clock.Utc() - rules.Idle);
        var sessions = db.Sessions.AsNoTracking().Where(s => s.AccountId == Caller.AccountId && s.SeenAt != null);
        if (request.OpenOnly is true)
            sessions = sessions.Where(s => s.EndedAt == null && s.EndsAt > now && s.SeenAt >= seen);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            sessions = sessions.Where(s => s.StartedAt < after.StartedAt || (s.StartedAt == after.StartedAt && s.Id < after.Id));
        var page = await sessions.OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(page, size, s => SessionRow.Of(s, Caller.SessionId, now, rules.Idle), s => new Position(s.StartedAt, s.Id)),
            ct
        );
    }
}
