using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>Saving a section names the registered changes it enters, and stops their clocks [20].</summary>
internal sealed class ChangeRecorder(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
{
    /// <param name="named">Ids of the changes entered by this save; null if not given, which is accepted only if none is waiting.</param>
    /// <exception cref="DomainException"><c>change.not-named</c>, or <c>change.not-open</c> for one not waiting for this section.</exception>
    public async Task<List<ReportedChange>> NamedAsync(Guid child, SectionCode section, IReadOnlyList<Guid>? named, CancellationToken ct)
    {
        var waiting = await WaitingAsync(child, section, ct);
        if (named is null)
            return waiting.Count == 0 ? [] : throw new DomainException("change.not-named", 400, "changes");
        if (named.Except(waiting.Select(c => c.Id)).Any())
            throw new DomainException("change.not-open", 409, "changes");
        return waiting.FindAll(c => named.Contains(c.Id));
    }

    /// <summary>Changes the Base itself proposed from registers for a section; accepting the register's value enters them.</summary>
    public async Task<List<Guid>> ProposedAsync(Guid child, SectionCode section, CancellationToken ct) =>
        [.. (await WaitingAsync(child, section, ct)).Where(c => c.ReportedBy == Guid.Empty).Select(c => c.Id)];

    public async Task EnterAsync(IEnumerable<ReportedChange> changes, Guid by, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            change.Enter(time.Today(), by);
            await clock.MeetAsync(db, Step.EnterChange, change.Id, ct);
            db.Publish(new ChangeEntered(change.CaseId, change.ChildId, change.Kind.Clause(), change.LearnedOn, time.Today()), time);
        }
    }

    private async Task<List<ReportedChange>> WaitingAsync(Guid child, SectionCode section, CancellationToken ct)
    {
        var open = await db
            .Changes.Where(c => c.ChildId == child && c.EnteredOn == null && c.WithdrawnOn == null && c.EndedOn == null)
            .ToListAsync(ct);
        return open.FindAll(c => c.Kind.Section() == section);
    }
}
