using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Time;

namespace Registry.Children.Changes;

/// <summary>Saving a section enters the changes that were registered for it and stops their clocks [20].</summary>
internal sealed class ChangeBook(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
{
    public async Task EnterAsync(Guid child, SectionCode section, Guid by, CancellationToken ct)
    {
        var open = await db.Changes.Where(c => c.ChildId == child && c.EnteredOn == null && c.WithdrawnOn == null).ToListAsync(ct);
        foreach (var change in open.Where(c => c.Kind.Section() == section))
        {
            change.Enter(time.Today(), by);
            await clock.MeetAsync(db, Step.EnterChange, change.Id, ct);
            db.Publish(new ChangeEntered(change.CaseId, child, change.Kind.Clause(), change.LearnedOn, time.Today()), time);
        }
    }
}
