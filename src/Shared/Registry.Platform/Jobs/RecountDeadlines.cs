using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Platform.Jobs;

/// <summary>A change of the calendar recounts every running deadline, re-evaluates met ones whose term touches the changed days, and says so in their history.</summary>
internal sealed class RecountDeadlines(PlatformDbContext db, StatutoryClock clock, TimeProvider time)
    : ModuleEventHandler<CalendarChanged, PlatformDbContext>(db, time)
{
    private const int Portion = 1_000;

    protected override async Task ApplyAsync(CalendarChanged @event, CancellationToken ct)
    {
        // portions commit by themselves; recounting twice gives the same days
        while (await clock.RecountAsync(Db, Portion, ct) > 0)
            Db.ChangeTracker.Clear();
        if (@event is { From: { } from, Until: { } until })
        {
            var after = Guid.Empty;
            while (await clock.RecountMetAsync(Db, (from, until), after, Portion, ct) is { } last)
            {
                after = last;
                Db.ChangeTracker.Clear();
            }
        }
        Db.Publish(new DeadlinesRecounted(@event.Version), Time);
    }
}
