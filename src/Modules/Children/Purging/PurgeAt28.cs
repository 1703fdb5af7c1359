using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Purging;

/// <summary>
/// Each night: purges records announced 90 days ago whose day has come [25.2]. A record with a contradicted birth date or ongoing work is
/// held until two people decide. Can be stopped at any point; the next run continues.
/// </summary>
internal sealed class PurgeAt28(
    ChildrenDbContext db,
    PurgeSubject purge,
    PurgeFactsReader facts,
    PurgeSchedule book,
    Vault vault,
    ClockGuard clock,
    TimeProvider time
)
{
    private const int Portion = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        await purge.ReplayAsync(ct);
        var last = Guid.Empty;
        while (await clock.IsTrustedAsync(ct) && await NextAsync(last, ct) is { Count: > 0 } portion)
        {
            foreach (var id in portion)
                await OneAsync(id, ct);
            last = portion[^1];
        }
        await purge.LeaveNoCopiesAsync(ct);
    }

    /// <summary>Announced and due, or turning 28 this year by an unreliable birth date.</summary>
    private Task<List<Guid>> NextAsync(Guid last, CancellationToken ct)
    {
        var today = time.Today();
        var announced = today.AddDays(-KeptUntil.AnnouncedDays);
        var latest = Age.BornBy(today, KeptUntil.Age).Year;
        return db
            .Children.AsNoTracking()
            .Where(c => c.Id > last && c.State != ChildState.Merged)
            .Where(c =>
                (c.PurgeAnnouncedOn <= announced && c.PurgeOn <= today)
                || (c.BirthYear <= latest && (c.BirthDateEstimated || c.BirthDateInDoubt) && c.PurgeHeldOn == null)
            )
            .OrderBy(c => c.Id)
            .Take(Portion)
            .Select(c => c.Id)
            .ToListAsync(ct);
    }

    /// <summary>Checks, and starts the purge or holds it, in one transaction: a concurrent correction of the date is seen.</summary>
    private async Task OneAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var seal = (await vault.ForTheBaseItselfAsync([id], ct)).GetValueOrDefault(id);
        await db.BeginWriteAsync(ct);
        var ground = await db.Children.FirstOrDefaultAsync(c => c.Id == id, ct) is { } child ? await DecideAsync(child, seal, ct) : null;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem) || problem is DbUpdateConcurrencyException)
        {
            // another host started it, or the record changed meanwhile: the next run retries
            return;
        }
        if (ground is not var (why, dueOn))
            return;
        // the cards that became part of this one end with it
        foreach (var merged in await db.MergedIntoAsync(id, ct))
            await purge.RunAsync(merged, why, dueOn, ct);
        await purge.RunAsync(id, why, dueOn, ct);
    }

    /// <summary>Queried by the year of birth, and not 28 yet on this day of it.</summary>
    private static bool IsYounger(Child child, DateOnly today) =>
        child.BirthDate > Age.BornBy(today, KeptUntil.Age) && !(child.PurgeOn <= today);

    private async Task<(PurgeGround, DateOnly)?> DecideAsync(Child child, Seal? seal, CancellationToken ct)
    {
        var today = time.Today();
        var decision = await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct);
        var isDue = child.PurgeIsDue(today);
        // kept for now, or decided and waiting for its day
        if (decision is not null && (decision.Keeps(today) || (decision.IsConfirmed && !isDue)))
            return null;
        if (!isDue && (child.SureBirthDate is not null || IsYounger(child, today)))
            return null;
        var holds = PurgeHolds.Of(await facts.OfAsync(child, seal, ct)).ToList();
        if (!isDue || !holds.TrueForAll(h => decision?.Covers(h) == true))
        {
            await book.HoldAsync(child, ct);
            return null;
        }
        var ground =
            child.SureBirthDate is null ? PurgeGround.Decided
            : holds.Count > 0 ? PurgeGround.Confirmed
            : PurgeGround.Turned28;
        // a correction of the birth date changes the version too: only one of the two is saved
        child.Version = Registry.Basics.Ids.New();
        await purge.BeginAsync(db, child.Id, ground, child.PurgeOn!.Value, ct);
        foreach (var merged in await db.MergedIntoAsync(child.Id, ct))
            await purge.BeginAsync(db, merged, ground, child.PurgeOn!.Value, ct);
        return (ground, child.PurgeOn!.Value);
    }
}
