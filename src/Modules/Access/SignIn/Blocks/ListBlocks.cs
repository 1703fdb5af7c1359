using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.SignIn.Blocks;

internal sealed record ListBlocksRequest(GuessDoor? Door = null, string? Search = null, string? Cursor = null, int? Size = null);

/// <param name="Login">Of the account that is guessed at; null for an unknown login, a paper, or where many are counted together.</param>
/// <param name="Address">Null where attempts from everywhere, or of a browser known to the account, are counted.</param>
/// <param name="BlockedUntil">No attempt counts before; in the past when the next one is free to come, and slow.</param>
/// <param name="EndsAt">When the count resets.</param>
internal sealed record BlockRow(
    Guid Id,
    GuessDoor Door,
    GuessWidth Width,
    Guid? AccountId,
    string? Login,
    string? Address,
    int Failures,
    DateTime BlockedUntil,
    DateTime EndsAt
);

/// <summary>What is slowed down after many wrong attempts, the longest block first [15.2].</summary>
internal sealed class ListBlocksEndpoint(AccessDbContext db, TimeProvider clock) : ApiEndpoint<ListBlocksRequest, Page<BlockRow>>
{
    private sealed record Position(long BlockedUntil, Guid Id);

    public override void Configure()
    {
        Get("access/blocks");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListBlocksRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var rows =
            from g in db.Guesses.AsNoTracking()
            where g.Delay > 0 && (g.EndsAt > now || g.BlockedUntil > now)
            join a in db.Accounts on g.AccountId equals (Guid?)a.Id into accounts
            from a in accounts.DefaultIfEmpty()
            select new { Guess = g, Login = (string?)a.Login };
        if (request.Door is { } door)
            rows = rows.Where(r => r.Guess.Door == door);
        if (request.Search?.Trim().ToLowerInvariant() is { Length: > 0 } search)
            rows = rows.Where(r => r.Login!.Contains(search) || r.Guess.Address!.Contains(search));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(r =>
                r.Guess.BlockedUntil < after.BlockedUntil || (r.Guess.BlockedUntil == after.BlockedUntil && r.Guess.Id < after.Id)
            );
        var page = await rows.OrderByDescending(r => r.Guess.BlockedUntil).ThenByDescending(r => r.Guess.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(Cursor.Cut(page, size, r => RowOf(r.Guess, r.Login), r => new Position(r.Guess.BlockedUntil, r.Guess.Id)), ct);
    }

    private static BlockRow RowOf(GuessCount g, string? login) =>
        new(
            g.Id,
            g.Door,
            g.Width,
            g.AccountId,
            login,
            g.Address,
            g.Failures,
            DateTimeOffset.FromUnixTimeMilliseconds(g.BlockedUntil).UtcDateTime,
            DateTimeOffset.FromUnixTimeMilliseconds(g.EndsAt).UtcDateTime
        );
}
