using Microsoft.EntityFrameworkCore;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Registers;

/// <summary>Keeps the disagreements of a card with the registers, and the clock that runs on them.</summary>
internal sealed class DisagreementBook(ChildrenDbContext db, StatutoryClock clock, PlanTerms terms, TimeProvider time)
{
    /// <summary>New disagreements become one task; one that is open already, or was settled for the same values, is not asked again.</summary>
    /// <returns>The new ones.</returns>
    public async Task<IReadOnlyList<Disagreement>> OpenAsync(
        Case @case,
        RegisterAnswers answers,
        IEnumerable<ComparedField> fields,
        Seal seal,
        CancellationToken ct
    )
    {
        var fresh = await FreshAsync(@case.ChildId, fields.Where(f => f.State is ComparedState.Differs), seal, ct);
        var opened = fresh.Select(f => Disagreement.Of(@case.ChildId, answers.Id, f, time.Utc(), seal)).ToList();
        if (opened.Count == 0)
            return opened;
        db.Disagreements.AddRange(opened);
        var about = new DeadlineSubject(answers.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        await clock.StartAsync(db, terms.SettleDisagreement, time.Today(), about, ct);
        return opened;
    }

    /// <summary>Those of which the Base has not spoken yet.</summary>
    public async Task<List<ComparedField>> FreshAsync(Guid child, IEnumerable<ComparedField> fields, Seal seal, CancellationToken ct)
    {
        var asked = fields.ToList();
        if (asked.Count == 0)
            return asked;
        var known = await db.Disagreements.AsNoTracking().Where(d => d.ChildId == child).ToListAsync(ct);
        var spoken = known
            .Where(d => d.State is not DisagreementState.Taken)
            .Select(d => (d.Section, d.Field, d.Open(seal).Here, d.Open(seal).Came))
            .ToHashSet();
        return [.. asked.Where(f => !spoken.Contains((f.Section, f.Field, f.Here, f.Came)))];
    }

    /// <summary>The fields were taken or left; a task with nothing open any more is met.</summary>
    public async Task SettleAsync(
        Guid child,
        IReadOnlyCollection<ComparedField> taken,
        IReadOnlyCollection<ComparedField> left,
        string? because,
        Seal seal,
        Guid by,
        CancellationToken ct
    )
    {
        var open = await db.Disagreements.Where(d => d.ChildId == child && d.State == DisagreementState.Open).ToListAsync(ct);
        foreach (var d in open)
            if (taken.Any(f => Names(f, d)))
                d.Settle(taken: true, null, seal, (by, time.Utc()));
            else if (left.Any(f => Names(f, d)))
                d.Settle(taken: false, because, seal, (by, time.Utc()));
        foreach (var task in open.GroupBy(d => d.AskId).Where(g => g.All(d => d.State is not DisagreementState.Open)))
            await clock.MeetAsync(db, terms.SettleDisagreement, task.Key, ct);
    }

    private static bool Names(ComparedField field, Disagreement d) => field.Section == d.Section && field.Field == d.Field;
}
