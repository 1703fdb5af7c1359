using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Integration.Recipients;

/// <summary>Creates a task to notify each recipient of a child's data of a correction [27].</summary>
internal sealed class RecipientNotifier(
    IntegrationDbContext db,
    ICases cases,
    StatutoryClock clock,
    PlanTerms terms,
    Vault vault,
    TimeProvider time
)
{
    /// <summary>One task for each given disclosure; one that is already owed covers this too.</summary>
    /// <param name="only">Of these disclosures alone; null for all.</param>
    public async Task RaiseAsync(
        IReadOnlyCollection<Guid> children,
        NoticeCause cause,
        Guid? merge,
        DateOnly on,
        CancellationToken ct,
        IReadOnlySet<Guid>? only = null
    )
    {
        var given = await db.Disclosures.Where(d => children.Contains(d.ChildId) && d.Status == DisclosureStatus.Given).ToListAsync(ct);
        given.RemoveAll(d => only?.Contains(d.Id) == false);
        if (given.Count == 0)
            return;
        var ids = given.ConvertAll(d => d.Id);
        var owed = await db
            .RecipientNotices.Where(n => ids.Contains(n.DisclosureId) && n.State == RecipientNoticeState.Owed)
            .Select(n => n.DisclosureId)
            .ToListAsync(ct);
        var seals = await vault.ForTheBaseItselfAsync(children, ct);
        foreach (var disclosure in given.Where(d => !owed.Contains(d.Id)))
        {
            // between the merge and this handler the case already belongs to the surviving child
            var @case =
                await cases.AnyCaseAsync(disclosure.ChildId, ct)
                ?? await cases.AnyCaseAsync(children.First(c => c != disclosure.ChildId), ct);
            if (@case is null || !seals.TryGetValue(disclosure.ChildId, out var seal))
                continue;
            var notice = RecipientNotice.Raise(disclosure, @case.Territory, cause, merge, seal, on);
            db.RecipientNotices.Add(notice);
            var about = new DeadlineSubject(notice.Id, @case.Number, disclosure.ChildId, @case.Territory, @case.ResponsibleId);
            await clock.StartAsync(db, terms.NotifyRecipient, on, about, ct);
        }
    }

    /// <summary>The merge was undone: only recipients already notified of it are notified of that too.</summary>
    public async Task UndoAsync(CardsSplit e, CancellationToken ct)
    {
        var ofMerge = await db.RecipientNotices.Where(n => n.MergeId == e.MergeId).ToListAsync(ct);
        foreach (var notice in ofMerge.Where(n => n is { State: RecipientNoticeState.Owed, Cause: NoticeCause.Merged }))
        {
            notice.CallOff();
            await clock.LapseAsync(db, Step.NotifyRecipient, notice.Id, LapseReason.Undone, ct);
        }
        var told = ofMerge.Where(n => n.ToldOn is not null).Select(n => n.DisclosureId).ToHashSet();
        if (told.Count > 0)
            await RaiseAsync([e.ChildId, e.MergedId], NoticeCause.Unmerged, e.MergeId, time.Today(), ct, told);
    }
}
