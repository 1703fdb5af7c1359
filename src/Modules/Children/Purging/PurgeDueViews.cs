using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Purging;

/// <param name="By">Who decided, or requested the purge.</param>
/// <param name="AwaitsSecond">A second person of the authorised body must confirm or refuse.</param>
/// <param name="ByCaller">The caller requested it and cannot confirm it.</param>
internal sealed record PurgeDecisionView(
    PurgeRuling Ruling,
    DateOnly On,
    string? By,
    DateTime At,
    string Reason,
    bool AwaitsSecond,
    bool ByCaller
);

/// <param name="PurgeOn">The announced day; null if nothing is announced.</param>
/// <param name="HeldOn">Since when a decision is owed.</param>
/// <param name="DecideBy">The day by which it is owed.</param>
/// <param name="Reasons">Why the record is on the list.</param>
internal sealed record PurgeDueRow(
    Guid ChildId,
    string Number,
    string FullName,
    string Territory,
    DateOnly? BirthDate,
    bool Estimated,
    bool InDoubt,
    DateOnly? AnnouncedOn,
    DateOnly? PurgeOn,
    DateOnly? HeldOn,
    DateOnly? DecideBy,
    IReadOnlyList<PurgeReason> Reasons,
    PurgeDecisionView? Decision
);

/// <summary>Rows of the list of purges: each gives its reasons and the decision.</summary>
internal sealed class PurgeDueViews(ChildrenDbContext db, PurgeFactsReader facts, PurgeSchedule book, Vault vault, ISpecialists specialists)
{
    public async Task<IReadOnlyDictionary<Guid, PurgeDueRow>> OfAsync(IReadOnlyList<Child> children, Guid reader, CancellationToken ct)
    {
        var ids = children.Select(c => c.Id).ToList();
        var decisions = await db.PurgeDecisions.AsNoTracking().Where(d => ids.Contains(d.ChildId)).ToDictionaryAsync(d => d.ChildId, ct);
        var names = await specialists.NamesAsync([.. decisions.Values.Select(d => d.By).Distinct()], ct);
        var seals = await vault.OfAsync(ids, ct);
        var rows = new Dictionary<Guid, PurgeDueRow>();
        foreach (var child in children)
        {
            var seal = seals.GetValueOrDefault(child.Id);
            var decision = decisions.GetValueOrDefault(child.Id);
            rows[child.Id] = new(
                child.Id,
                (await book.KnownAsAsync(child.Id, ct)).Number,
                seal is null ? "" : child.NameShown(seal),
                child.Territory,
                child.BirthDate,
                child.BirthDateEstimated,
                child.BirthDateInDoubt,
                child.PurgeAnnouncedOn,
                child.PurgeOn,
                child.PurgeHeldOn,
                child.PurgeHeldOn?.AddDays(StatutoryTerm.DecideHeldPurge.Length),
                [.. Grounds(child, decision), .. PurgeHolds.Of(await facts.OfAsync(child, seal, ct))],
                decision is null || seal is null ? null : ViewOf(decision, seal, names, reader)
            );
        }
        return rows;
    }

    private static IEnumerable<PurgeReason> Grounds(Child child, PurgeDecision? decision)
    {
        if (child.SureBirthDate is not null)
            yield return PurgeReason.Turning28;
        else if (decision is { IsConfirmed: true })
            yield return PurgeReason.Decided;
    }

    private static PurgeDecisionView ViewOf(PurgeDecision d, Seal seal, IReadOnlyDictionary<Guid, string> names, Guid reader) =>
        new(
            d.Ruling,
            d.On,
            names.GetValueOrDefault(d.By),
            d.At,
            d.ReasonBy(seal),
            d is { Ruling: PurgeRuling.Purge, ConfirmedOn: null },
            d.By == reader
        );
}
