using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>
/// Announces purges and withdraws announcements, each with a journal entry and a notice [25.2]. An announcement belongs to one birth date
/// or one decision: when that changes, its 90 days start over.
/// </summary>
internal sealed class PurgeSchedule(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
{
    /// <summary>The birth date was corrected: announcements and decisions about the earlier one are void.</summary>
    public async Task FollowBirthDateAsync(Child child, CancellationToken ct)
    {
        await ForgetAsync(child, LapseReason.DateCorrected, ct);
        await WithdrawAsync(child, ct);
        if (child.SureBirthDate is { } born)
            await AnnounceAsync(child, KeptUntil.Of(born), ct);
    }

    /// <summary>Ends every hold, request and decision about this record.</summary>
    public async Task ForgetAsync(Child child, LapseReason because, CancellationToken ct)
    {
        if (await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct) is { } decision)
            db.PurgeDecisions.Remove(decision);
        if (await SecondPerson.FindOpenAsync(db, Decision.ConfirmPurge, child.Id, ct) is { } asked)
            SecondPerson.Void(asked, time);
        await clock.LapseAsync(db, Step.DecideHeldPurge, child.Id, because, ct);
        child.ReleasePurge();
    }

    /// <summary>Announces a purge that is due within 90 days, unless it is announced already.</summary>
    public async Task AnnounceAsync(Child child, DateOnly due, CancellationToken ct)
    {
        var today = time.Today();
        if (child.PurgeAnnouncedOn is not null || due > today.AddDays(KeptUntil.AnnouncedDays))
            return;
        child.AnnouncePurge(due, today);
        Journal("AnnouncePurge", child);
        var (number, responsible) = await KnownAsAsync(child.Id, ct);
        db.Publish(new PurgeAnnounced(child.Id, number, child.Territory, child.PurgeOn!.Value, today, responsible), time);
    }

    public async Task WithdrawAsync(Child child, CancellationToken ct)
    {
        if (child is not { PurgeAnnouncedOn: { } announced, PurgeOn: { } on })
            return;
        child.WithdrawPurge();
        Journal("WithdrawPurge", child);
        var (number, responsible) = await KnownAsAsync(child.Id, ct);
        db.Publish(new PurgeWithdrawn(child.Id, number, child.Territory, on, announced, responsible), time);
    }

    /// <summary>The purge does not run by itself: the authorised body decides within 30 days. Once held, it stays on the list until decided.</summary>
    public async Task HoldAsync(Child child, CancellationToken ct)
    {
        if (child.PurgeHeldOn is not null)
            return;
        var today = time.Today();
        child.HoldPurge(today);
        var (number, _) = await KnownAsAsync(child.Id, ct);
        var about = new DeadlineSubject(child.Id, number, child.Id, child.Territory, ResponsibleId: null);
        var step = await clock.StartAsync(db, StatutoryTerm.DecideHeldPurge, today, about, ct);
        db.Publish(new PurgeHeld(child.Id, number, child.Territory, today, step.DueOn), time);
    }

    /// <summary>The number people know the record by, and its responsible specialist.</summary>
    public async Task<(string Number, Guid? ResponsibleId)> KnownAsAsync(Guid childId, CancellationToken ct)
    {
        var last = await db
            .Cases.AsNoTracking()
            .Where(c => c.ChildId == childId)
            .WithSpecification(MainCaseFirst.Order)
            .FirstOrDefaultAsync(ct);
        var signal = await db.Signals.AsNoTracking().FirstOrDefaultAsync(s => s.ChildId == childId, ct);
        return (last?.Number ?? signal?.Number ?? "", last?.ResponsibleId ?? signal?.RegisteredBy);
    }

    private void Journal(string action, Child child) =>
        db.Journal.Add(
            new()
            {
                At = time.Utc(),
                Action = action,
                Kind = JournalKind.Change.Code(),
                Outcome = 200,
                AboutId = child.Id,
            }
        );
}
