using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Operations;
using Registry.Kernel.Time;

namespace Registry.Children.Purging;

/// <summary>
/// Each night: announces each purge 90 days before, once [25.2], so that what the law wants kept elsewhere can still be given out; and withdraws what was announced about
/// another birth date or by a clock that ran ahead.
/// </summary>
internal sealed class AnnouncePurges(ChildrenDbContext db, PurgeBook book, ClockGuard clock, TimeProvider time)
{
    private const int Portion = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        // a clock that ran ahead would make children 28 today: nothing is announced
        if (!await clock.IsTrustedAsync(ct))
            return;
        await EachAsync(Stale(), child => book.FollowBirthDateAsync(child, ct), ct);
        await EachAsync(Due(), AnnounceAsync, ct);

        async Task AnnounceAsync(Child child)
        {
            if (child.SureBirthDate is { } born)
                await book.AnnounceAsync(child, KeptUntil.Of(born), ct);
            else if (await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct) is { IsConfirmed: true } decision)
                await book.AnnounceAsync(child, decision.On, ct);
        }
    }

    private IQueryable<Child> Stale()
    {
        var today = time.Today();
        return Own()
            .Where(c =>
                c.PurgeAnnouncedOn > today
                || (c.PurgeBirthDate != null && (c.BirthDate != c.PurgeBirthDate || c.BirthDateEstimated || c.BirthDateInDoubt))
                || (
                    c.PurgeAnnouncedOn != null
                    && c.PurgeBirthDate == null
                    && !db.PurgeDecisions.Any(d => d.ChildId == c.Id && d.ConfirmedOn != null)
                )
            );
    }

    /// <summary>A merged card ends with the surviving one.</summary>
    private IQueryable<Child> Own() => db.Children.Where(c => c.State != ChildState.Merged);

    private IQueryable<Child> Due()
    {
        var horizon = time.Today().AddDays(KeptUntil.AnnouncedDays);
        var latest = Age.BornBy(horizon, KeptUntil.Age);
        return Own()
            .Where(c =>
                c.PurgeAnnouncedOn == null
                && (
                    (c.BirthDate <= latest && !c.BirthDateEstimated && !c.BirthDateInDoubt)
                    || db.PurgeDecisions.Any(d => d.ChildId == c.Id && d.ConfirmedOn != null && d.On <= horizon)
                )
            );
    }

    private async Task EachAsync(IQueryable<Child> children, Func<Child, Task> act, CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var portion = await children.Where(c => c.Id > after).OrderBy(c => c.Id).Take(Portion).ToListAsync(ct);
            if (portion.Count == 0)
                return;
            foreach (var child in portion)
                await act(child);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            last = portion[^1].Id;
        }
    }
}
