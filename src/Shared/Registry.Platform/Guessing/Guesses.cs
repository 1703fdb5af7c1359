using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Guessing;

/// <summary>
/// Counts attempts at secrets before anything is compared, each by one statement that is committed at once: a hundred simultaneous ones are a hundred, also on two hosts.
/// No one is locked out; attempts become slow (docs/adr/0041). A right attempt is taken back.
/// </summary>
public sealed class Guesses(IServiceScopeFactory scopes, DatabaseOptions database, TimeProvider time)
{
    private const int MostCollisions = 5;

    /// <summary>The delay after an attempt: none for the first of a window or one that is still free; then twice the last one.</summary>
    private const string NewDelay =
        "CASE WHEN EndsAt <= {} OR Failures + 1 < {} THEN 0 WHEN Delay = 0 THEN {} WHEN Delay * 2 > {} THEN {} ELSE Delay * 2 END";

    /// <summary>Counts an attempt, unless it came too early. Call it before the call's own transaction begins.</summary>
    /// <exception cref="DomainException"><c>guess.wait</c>, 429, or <c>busy.later</c>, 503, with the seconds to wait.</exception>
    public async Task CountAsync(Guess guess, CancellationToken ct)
    {
        for (var collisions = 0; ; collisions++)
            try
            {
                await CountOnceAsync(guess, ct);
                return;
            }
            catch (DbUpdateException problem) when (UniqueViolation.Is(problem) && collisions < MostCollisions)
            {
                // another host made the same row first: it is there now
            }
    }

    private async Task CountOnceAsync(Guess guess, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        work.Defer();
        await db.BeginWriteAsync(ct);
        try
        {
            foreach (var count in guess.Counts())
                if (!await TryCountAsync(db, count, ct))
                    throw await RefusalAsync(db, count, ct);
            await work.CommitAsync(ct);
        }
        catch
        {
            // a refused attempt was none: it must not slow others down
            await work.RollbackAsync();
            throw;
        }
    }

    private async Task<bool> TryCountAsync(PlatformDbContext db, GuessCount count, CancellationToken ct)
    {
        var brake = Brake.Of(count.Door, count.Width);
        var now = Now;
        var (first, longest) = ((long)brake.First.TotalMilliseconds, (long)brake.Longest.TotalMilliseconds);
        object?[] delay = [now, brake.Free, first, longest, longest];
        var sql = new Sql(database.IsSqlite)
            .Add("UPDATE {platform.guesses} SET Failures = CASE WHEN EndsAt <= {} THEN 1 ELSE Failures + 1 END, ", now)
            .Add($"Delay = {NewDelay}, ", delay)
            .Add($"BlockedUntil = {{}} + {NewDelay}, ", [now, .. delay])
            .Add("EndsAt = CASE WHEN EndsAt <= {} THEN {} ELSE EndsAt END ", now, EndOf(brake))
            .Add("WHERE Id = {} AND BlockedUntil <= {}", count.Id, now);
        if (await db.ExecuteAsync(sql, ct) > 0)
            return true;
        if (await db.Guesses.AnyAsync(g => g.Id == count.Id, ct))
            return false;
        db.Guesses.Add(
            new()
            {
                Id = count.Id,
                Door = count.Door,
                Width = count.Width,
                AccountId = count.AccountId,
                Address = count.Address,
                Failures = 1,
                EndsAt = EndOf(brake),
            }
        );
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<DomainException> RefusalAsync(PlatformDbContext db, GuessCount count, CancellationToken ct)
    {
        var until = await db.Guesses.Where(g => g.Id == count.Id).Select(g => g.BlockedUntil).FirstOrDefaultAsync(ct);
        var seconds = (int)Math.Max(1, (until - Now + 999) / 1000);
        return count.Width is GuessWidth.All
            ? new("busy.later", 503) { RetryAfter = seconds }
            : new("guess.wait", 429) { RetryAfter = seconds, AboutId = count.AccountId };
    }

    /// <summary>The attempt was right: it no longer counts, and the count of the pair resets. Call it before the call's own transaction begins.</summary>
    public async Task ForgiveAsync(Guess guess, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        work.Defer();
        await db.BeginWriteAsync(ct);
        foreach (var count in guess.Counts())
            await db.ExecuteAsync(
                count.Width is GuessWidth.Pair
                    ? new Sql(database.IsSqlite).Add("DELETE FROM {platform.guesses} WHERE Id = {}", count.Id)
                    : new Sql(database.IsSqlite).Add(
                        "UPDATE {platform.guesses} SET Failures = Failures - 1 WHERE Id = {} AND Failures > 0",
                        count.Id
                    ),
                ct
            );
        await work.CommitAsync(ct);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long EndOf(Brake brake) => Now + (long)brake.Window.TotalMilliseconds;
}
