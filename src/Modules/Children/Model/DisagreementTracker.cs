using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>Keeps a card's disagreements with the registers, and their clock.</summary>
internal sealed class DisagreementTracker(ChildrenDbContext db, StatutoryClock clock, PlanTerms terms, TimeProvider time)
{
    /// <summary>
    /// New disagreements become one task; one that is already open, or was settled for the same values, is not raised again. A value the
    /// queried registers no longer report is no longer a disagreement.
    /// </summary>
    /// <param name="fields">All fields received from the queried registers.</param>
    /// <param name="isTask">Which of them can become a task; all if null.</param>
    public async Task OpenAsync(
        Case @case,
        RegisterAnswers answers,
        IReadOnlyCollection<ComparedField> fields,
        Seal seal,
        CancellationToken ct,
        Predicate<ComparedField>? isTask = null
    )
    {
        var differing = fields.Where(f => f.State is ComparedState.Differs).ToList();
        var answered = answers
            .Replies.Where(r => r.Outcome is RegisterOutcome.Found or RegisterOutcome.NotFound)
            .Select(r => r.Kind)
            .ToHashSet();
        await EndAsync(
            @case.ChildId,
            d => answered.Contains(d.Kind) && !differing.Exists(f => Names(f, d) && Says(f, d.Open(seal))) ? DisagreementState.Gone : null,
            null,
            ct
        );
        var opened = (await FreshAsync(@case.ChildId, isTask is null ? differing : differing.FindAll(isTask), seal, ct))
            .Select(f => Disagreement.Of(@case.ChildId, answers.Id, f, time.Utc(), seal))
            .ToList();
        if (opened.Count == 0)
            return;
        db.Disagreements.AddRange(opened);
        var about = new DeadlineSubject(answers.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        await clock.StartAsync(db, terms.SettleDisagreement, time.Today(), about, ct);
    }

    /// <summary>Those the Base has not raised yet.</summary>
    public async Task<List<ComparedField>> FreshAsync(
        Guid child,
        IReadOnlyCollection<ComparedField> fields,
        Seal seal,
        CancellationToken ct
    )
    {
        if (fields.Count == 0)
            return [];
        // a disagreement that was accepted, or ended by itself, may be raised again
        var spoken = await db
            .Disagreements.AsNoTracking()
            .Where(d => d.ChildId == child && d.State != DisagreementState.Taken && d.State != DisagreementState.Gone)
            .ToListAsync(ct);
        return [.. fields.Where(f => !spoken.Exists(d => Names(f, d) && Says(f, d.Open(seal))))];
    }

    /// <summary>The specialist accepts these fields, or keeps the card's values.</summary>
    public Task DecideAsync(
        Guid child,
        IReadOnlyCollection<ComparedField> fields,
        DisagreementState decision,
        string? because,
        Seal seal,
        Guid by,
        CancellationToken ct
    ) =>
        fields.Count == 0
            ? Task.CompletedTask
            : EndAsync(
                child,
                d =>
                {
                    if (!fields.Any(f => Names(f, d)))
                        return null;
                    d.Explain(because, seal);
                    return decision;
                },
                by,
                ct
            );

    /// <summary>A section was saved: disagreements where the card now matches the register end.</summary>
    public Task AgreeAsync(Guid child, SectionCode section, ICardSection contents, Seal seal, Guid by, CancellationToken ct) =>
        EndAsync(
            child,
            d => d.Section == section && CardFields.Values(contents, d.Field).Contains(d.Open(seal).Came) ? DisagreementState.Taken : null,
            by,
            ct
        );

    /// <summary>Ends open disagreements; a task with nothing left open is met.</summary>
    /// <param name="how">How a disagreement ended; null if it did not.</param>
    private async Task EndAsync(Guid child, Func<Disagreement, DisagreementState?> how, Guid? by, CancellationToken ct)
    {
        var open = await db.Disagreements.Where(d => d.ChildId == child && d.State == DisagreementState.Open).ToListAsync(ct);
        // those already ended by this call are tracked but not saved yet
        foreach (var d in open.Where(d => d.State is DisagreementState.Open))
            if (how(d) is { } state)
                d.End(state, by, time.Utc());
        foreach (var task in open.GroupBy(d => d.AskId).Where(g => g.All(d => d.State is not DisagreementState.Open)))
            await clock.MeetAsync(db, Step.SettleDisagreement, task.Key, ct);
    }

    private static bool Names(ComparedField field, Disagreement d) =>
        field.Kind == d.Kind && field.Section == d.Section && field.Field == d.Field;

    private static bool Says(ComparedField field, DisagreementContents d) => field.Here == d.Here && field.Came == d.Came;
}
