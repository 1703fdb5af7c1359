using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>Queries shared by the processing slices.</summary>
internal static class SignalQueries
{
    /// <exception cref="DomainException">404: does not exist or lies outside the scope.</exception>
    public static async Task<Signal> FindSignalAsync(this ChildrenDbContext db, Guid id, DataScope scope, CancellationToken ct) =>
        await db.Signals.Within(scope).FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw DomainException.NotFound();

    /// <summary>The signal's running deadlines continue under the case.</summary>
    public static async Task ConcernAsync(this ChildrenDbContext db, Signal signal, Case @case, CancellationToken ct)
    {
        var about = new DeadlineSubject(signal.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        foreach (var deadline in await db.Deadlines.Where(d => d.AboutId == signal.Id && d.IsOpen).ToListAsync(ct))
            deadline.Concern(about);
    }

    /// <summary>Publishes that the signal's child is a sibling of the report's other children who are already in the Base.</summary>
    public static async Task TellSiblingsAsync(this ChildrenDbContext db, Signal signal, Guid by, TimeProvider time, CancellationToken ct)
    {
        if (signal.ReportId is not { } report)
            return;
        var siblings = await db
            .Signals.Where(s =>
                s.ReportId == report
                && s.Id != signal.Id
                && (s.Status == SignalStatus.CardOpened || s.Status == SignalStatus.Linked)
                && s.ChildId != signal.ChildId
            )
            .Select(s => s.ChildId)
            .Distinct()
            .ToListAsync(ct);
        foreach (var sibling in siblings)
            db.Publish(new SiblingsReported(signal.ChildId, sibling, by), time);
    }

    /// <summary>The child named only by this signal is no longer a record of its own.</summary>
    public static async Task<Child> ReportedChildAsync(this ChildrenDbContext db, Signal signal, CancellationToken ct) =>
        await db.Children.FirstAsync(c => c.Id == signal.ChildId, ct);
}
