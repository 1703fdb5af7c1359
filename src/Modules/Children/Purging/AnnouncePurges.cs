using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Time;

namespace Registry.Children.Purging;

/// <summary>Announces each purge 90 days before, once [25.2]: what the law wants kept elsewhere can still be given out.</summary>
internal sealed class AnnouncePurges(ChildrenDbContext db, TimeProvider time)
{
    private const int Portion = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var latest = Age.BornBy(today.AddDays(KeptUntil.AnnouncedDays), KeptUntil.Age);
        var horizon = today.AddDays(KeptUntil.AnnouncedDays);
        while (true)
        {
            var children = await db
                .Children.Where(c =>
                    c.PurgeAnnouncedOn == null
                    && (
                        (c.BirthDate != null && !c.BirthDateEstimated && c.BirthDate <= latest)
                        || (
                            (c.BirthDate == null || c.BirthDateEstimated)
                            && db.PurgeDecisions.Any(d => d.ChildId == c.Id && d.PurgeOn <= horizon)
                        )
                    )
                )
                .OrderBy(c => c.Id)
                .Take(Portion)
                .ToListAsync(ct);
            if (children.Count == 0)
                return;
            foreach (var child in children)
            {
                var last = await db.Cases.AsNoTracking().Where(c => c.ChildId == child.Id).OrderBy(c => c.OpenedOn).LastOrDefaultAsync(ct);
                var signal = await db.Signals.AsNoTracking().FirstOrDefaultAsync(s => s.ChildId == child.Id, ct);
                var on = child is { BirthDate: { } born, BirthDateEstimated: false }
                    ? KeptUntil.Of(born)
                    : await db.PurgeDecisions.Where(d => d.ChildId == child.Id).Select(d => d.PurgeOn).SingleAsync(ct);
                child.AnnouncePurge(today);
                db.Publish(
                    new PurgeAnnounced(
                        child.Id,
                        last?.Number ?? signal?.Number ?? "",
                        child.Territory,
                        on,
                        last?.ResponsibleId ?? signal?.RegisteredBy
                    ),
                    time
                );
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
