using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Time;

/// <summary>
/// Checked before anything irreversible: a machine whose clock was set years ahead would purge and forget what is not due. The journal is the second clock: the
/// nightly jobs write into it too, so it is never silent for more than two days while the Base runs.
/// </summary>
public sealed class ClockGuard(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int MostSilentDays = 2;

    /// <summary>False while a jump of the clock waits for an administrator's confirmation: the caller does nothing and retries with its next run.</summary>
    public async Task<bool> IsTrustedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await LookAsync(db, ct);
        return !await db.ClockDoubts.AnyAsync(d => d.ConfirmedAt == null, ct);
    }

    /// <summary>Finds a jump behind the last sealed entry, up to this moment.</summary>
    private async Task LookAsync(PlatformDbContext db, CancellationToken ct)
    {
        var from = await db.JournalBlocks.OrderByDescending(b => b.LastSeq).Select(b => b.LastSeq).FirstOrDefaultAsync(ct);
        var entries = await db
            .Journal.Where(e => e.Seq >= from)
            .OrderBy(e => e.Seq)
            .Select(e => new ValueTuple<long, DateTime>(e.Seq, e.At))
            .ToListAsync(ct);
        await DoubtAsync(db, entries.Append((long.MaxValue, time.Utc())), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host, or the sealer, found the same jump
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Adds a doubt for each jump between consecutive entries, and notifies the administrators; the caller saves.</summary>
    internal async Task DoubtAsync(PlatformDbContext db, IEnumerable<(long Seq, DateTime At)> entries, CancellationToken ct)
    {
        (long Seq, DateTime At)? before = null;
        foreach (var entry in entries)
        {
            if (before is { } last && Jumps(last.At, entry.At) && !await db.ClockDoubts.AnyAsync(d => d.AfterSeq == last.Seq, ct))
            {
                db.ClockDoubts.Add(
                    new()
                    {
                        AfterSeq = last.Seq,
                        LastEntryAt = last.At,
                        FoundAt = time.Utc(),
                    }
                );
                db.Publish(new TroubleArose(Trouble.Clock), time);
            }
            before = entry;
        }
    }

    private static bool Jumps(DateTime last, DateTime next) =>
        Bishkek.DayOf(next).DayNumber - Bishkek.DayOf(last).DayNumber > MostSilentDays;
}
