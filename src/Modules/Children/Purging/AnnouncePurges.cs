using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Time;

namespace Registry.Children.Purging;

/// <summary>
/// Each night: announces each purge 90 days before, once [25.2], so that data required by law elsewhere can still be disclosed; and withdraws
/// announcements made for another birth date or by a clock that was ahead.
/// </summary>
internal sealed class AnnouncePurges(ChildrenDbContext db, PurgeSchedule book, ClockGuard clock, TimeProvider time)
{
    private const int Portion = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        // a clock that is ahead would make children 28 today: nothing is announced
        if (!await clock.IsTrustedAsync(ct))
            return;
        await EachAsync(Announced(), FollowAsync, ct);
        await EachAsync(Due(), AnnounceAsync, ct);

        async Task FollowAsync(Child child)
        {
            if (await IsStaleAsync(child, ct))
                await book.FollowBirthDateAsync(child, ct);
        }

        async Task AnnounceAsync(Child child)
        {
            if (child.SureBirthDate is { } born)
            {
                // queried by the year
                if (born <= Latest)
                    await book.AnnounceAsync(child, KeptUntil.Of(born), ct);
            }
            else if (await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct) is { IsConfirmed: true } decision)
                await book.AnnounceAsync(child, decision.On, ct);
        }
    }

    private IQueryable<Child> Announced() => Own().Where(c => c.PurgeAnnouncedOn != null);

    private async Task<bool> IsStaleAsync(Child child, CancellationToken ct) =>
        child.PurgeAnnouncedOn > time.Today()
        || (
            child.PurgeBirthDate is null
                ? !await db.PurgeDecisions.AnyAsync(d => d.ChildId == child.Id && d.ConfirmedOn != null, ct)
                : !child.PurgeStands
        );

    /// <summary>A merged card ends with the surviving one.</summary>
    private IQueryable<Child> Own() => db.Children.Where(c => c.State != ChildState.Merged);

    private DateOnly Horizon => time.Today().AddDays(KeptUntil.AnnouncedDays);

    private DateOnly Latest => Age.BornBy(Horizon, KeptUntil.Age);

    private IQueryable<Child> Due()
    {
        var (horizon, latest) = (Horizon, Latest.Year);
        return Own()
            .Where(c =>
                c.PurgeAnnouncedOn == null
                && (
                    (c.BirthYear <= latest && !c.BirthDateEstimated && !c.BirthDateInDoubt)
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
