using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Vault;

namespace Registry.Children.Cases;

/// <summary>
/// Voids a card and its case that were opened by mistake: nothing in them is owed, found or counted any more, their history stays.
/// Reports are not lost: every signal waits again to be processed, under a child of its own.
/// </summary>
internal sealed class Voiding(ChildrenDbContext db, SearchIndex index, Vault vault, SignalLeaving leaving, TimeProvider time)
{
    public const string Purpose = "void.reason";

    public async Task VoidAsync(Case @case, Confirmation asked, Caller by, CancellationToken ct)
    {
        var child = await db.RegisteredAsync(@case.ChildId, by.Scope, ct);
        var reason = asked.ReasonBy(await vault.OfAsync(child.Id, ct), Purpose);
        var signals = await db.Signals.Where(s => s.ChildId == child.Id).OrderBy(s => s.Id).ToListAsync(ct);
        foreach (var signal in signals)
            await leaving.LeaveAsync(signal, CorrectionKind.CardVoided, reason, by.SpecialistId, @case.ResponsibleId, ct);
        var taken = signals.Select(s => s.Id).ToHashSet();
        // the signals' steps have left with them, though not in the database yet
        foreach (var step in await db.Deadlines.Where(d => d.ChildId == child.Id).ToListAsync(ct))
            if (!taken.Contains(step.AboutId) && step.AboutId != asked.Id && step.Step is not Step.AnswerSubject)
                step.Void(time.Today());
        foreach (var change in await db.Changes.Where(c => c.ChildId == child.Id).ToListAsync(ct))
            change.End(time.Today());
        await db.CallOffAsync(c => c.ChildId == child.Id, LapseReason.Voided, time, ct);
        await db.LapseTransfersAsync(@case.Id, time.Today(), ct);
        await db.LapseCaseRequestsAsync(@case.Id, time.Today(), time, ct);
        // a card that was merged may have further cases
        foreach (var other in await db.Cases.Where(c => c.ChildId == child.Id).ToListAsync(ct))
            if (other.Advance(CaseStatus.Voided, time.Today()))
                db.Add(CaseEvent.Of(other, by, time.Utc()));
        child.Void();
        await index.RemoveAsync(db, child.Id, ct);
        db.Publish(new CaseVoided(@case.Id, child.Id, time.Today(), by.SpecialistId), time);
    }
}

internal static class VoidQueries
{
    /// <summary>Requests to void a case, and their outcomes.</summary>
    public static IQueryable<Confirmation> Voids(this ModuleDbContext db) =>
        db.Confirmations.Where(c => c.Decision == Decision.ConfirmVoid);
}
