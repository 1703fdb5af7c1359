using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Merging;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Merging;

/// <summary>Restores two cards from a merged one.</summary>
internal sealed class CardUnmerger(
    ChildrenDbContext db,
    Vault vault,
    SectionWriter book,
    SearchIndex index,
    PersonalNumbers numbers,
    ChildRowList list,
    StatutoryClock clock,
    ISpecialists specialists,
    TimeProvider time
)
{
    /// <summary>Both cards are as before the merge; anything added since stays with the survivor, unless its case goes back.</summary>
    public async Task UndoAsync(Merge merge, Caller by, CancellationToken ct)
    {
        var (kept, other, pair) = await PairAsync(merge, ct);
        var rows = await list.OfAsync(kept.Id, ct);
        var givers = await db.Cases.Where(c => c.ChildId == kept.Id).ToDictionaryAsync(c => c.Id, c => c.ResponsibleId, ct);
        await MergedRows.UndoAsync(db, pair, withPlatform: true, ct);
        await db.SaveChangesAsync(ct);
        await FollowCasesAsync(merge, pair, rows, givers, ct);
        await GiveBackFieldsAsync(merge, kept, other, pair, by, ct, withFound: true);
        await RegisterAgainAsync(other, pair, ct);
        // a step done for both since is not owed again: no case is left without one
        foreach (var child in new[] { kept.Id, other.Id })
            if (
                await db.Cases.WithSpecification(MainCaseFirst.Order).FirstOrDefaultAsync(c => c.ChildId == child, ct) is
                { IsClosed: false } @case
            )
            {
                await clock.KeepOnwardAsync(db, @case.Subject(), ct);
                await FollowPlaceAsync(@case, merge, ct);
            }
        merge.End(MergeState.Undone, time.Today(), by.SpecialistId);
        Tell(merge, undone: true, by.SpecialistId);
    }

    /// <summary>The surviving card loses the values taken from the other one, which was another child's; later entries stay.</summary>
    public async Task GiveBackFieldsAsync(
        Merge merge,
        Child kept,
        Child other,
        MergedPair pair,
        Caller by,
        CancellationToken ct,
        bool withFound = false
    )
    {
        var sealedSections = await db.CardSections.AsNoTracking().Where(s => s.ChildId == other.Id).ToListAsync(ct);
        var its = Card.Open(sealedSections, pair.Other);
        var before = merge.Open(pair.Kept);
        var sections = await PutAsync(
            kept,
            before,
            (code, stood, now) => MergedFields.WithoutTaken(code, stood, its.Of(code), now, withFound),
            pair,
            by,
            ct
        );
        kept.CallToo(before.Names ?? OtherNames.None, pair.Kept);
        await index.ReplaceAsync(db, kept, Card.Open(sections, pair.Kept).Identity ?? new(), pair.Kept, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Through the ordinary writer: the card's history continues.</summary>
    /// <param name="chooses">The new contents of a section the merge changed: its code, the contents before the merge, the current contents.</param>
    private async Task<List<CardSection>> PutAsync(
        Child kept,
        MergeContents before,
        Func<SectionCode, ICardSection, ICardSection, ICardSection> chooses,
        MergedPair pair,
        Caller by,
        CancellationToken ct
    )
    {
        var sections = await db.CardSections.Where(s => s.ChildId == kept.Id).ToListAsync(ct);
        foreach (var (code, sealedContents, no) in before.Sections ?? [])
        {
            var nothing = SectionKind.Of(code).Nothing;
            var stood = sealedContents.Length == 0 ? nothing : Card.Open(code, new(kept.Id, no), sealedContents, pair.Kept);
            var section = sections.Single(s => s.Code == code);
            var now = section.Open(pair.Kept) ?? nothing;
            var contents = chooses(code, stood, now);
            if (SectionDifferences.Between(now, contents, code).Count == 0)
                continue;
            section.Version = Ids.New();
            await book.PutAsync(kept, sections, code, contents, demand: false, pair.Kept, by, ct);
            if (sealedContents.Length == 0 && SectionDifferences.Between(nothing, contents, code).Count == 0)
                section.Clear();
        }
        return sections;
    }

    /// <summary>Rows added since in a case that goes back go with it, and so do its owed steps.</summary>
    private async Task FollowCasesAsync(
        Merge merge,
        MergedPair pair,
        List<Registry.Platform.Merging.ChildRow> rows,
        Dictionary<Guid, Guid> givers,
        CancellationToken ct
    )
    {
        var gone = await db.Cases.Where(c => c.ChildId == merge.OtherId).ToListAsync(ct);
        var ids = gone.Select(c => c.Id).ToHashSet();
        var made = rows.Where(r => r.CaseId is { } of && ids.Contains(of) && r.RowId != of).ToList();
        db.MovedRows.AddRange(made.Select(r => merge.GoesBack(r)));
        await db.SaveChangesAsync(ct);
        var (known, with) = (rows.Select(r => r.RowId).ToHashSet(), made.Select(r => r.RowId).ToHashSet());
        var left = gone.Select(c => c.Number).ToHashSet(StringComparer.Ordinal);
        var stays = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == merge.ChildId, ct);
        foreach (var step in await db.Deadlines.Where(d => d.ChildId == merge.ChildId).ToListAsync(ct))
            if (known.Contains(step.AboutId) && !ids.Contains(step.AboutId) ? with.Contains(step.AboutId) : left.Contains(step.Number))
                await GoBackAsync(step, gone.Find(c => c.Number == step.Number) ?? gone[0], givers, merge.OtherId, ct);
            // a later report is the surviving card's: its steps continue under that card's case
            else if (step.IsOpen && gone.Find(c => c.Number == step.Number) is { } before)
                step.Concern(
                    new(
                        step.AboutId,
                        stays.Number,
                        merge.ChildId,
                        stays.Territory,
                        step.ResponsibleId == givers[before.Id] ? stays.ResponsibleId : step.ResponsibleId
                    )
                );
        await db.SaveChangesAsync(ct);
        await MergedRows.SplitAsync(db, pair, gone.OrderByDescending(c => c.Id).FirstOrDefault()?.Territory, withPlatform: true, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The step is owed where its case lies again, by the specialist responsible there.</summary>
    private async Task GoBackAsync(Deadline step, Case @case, Dictionary<Guid, Guid> givers, Guid child, CancellationToken ct)
    {
        db.Entry(step).Property(nameof(step.ChildId)).CurrentValue = child;
        if (!step.IsOpen)
            return;
        var holders = await specialists.HoldersThereAsync(@case.Territory, time.Today(), ct);
        // a measure stays with its specialist
        var goes = step.Step is not Step.CarryOutMeasure && step.GoesAlong(givers[@case.Id], holders);
        step.Move(@case.Territory, goes ? step.ResponsibleId!.Value : Guid.Empty, @case.ResponsibleId);
    }

    /// <summary>The card was transferred since the merge: both cases now lie there with the new specialist, and restored steps are owed there.</summary>
    private async Task FollowPlaceAsync(Case @case, Merge merge, CancellationToken ct)
    {
        var elsewhere = await db
            .Deadlines.Where(d => d.ChildId == @case.ChildId && d.IsOpen && d.Territory != @case.Territory && d.Step != Step.AcceptTransfer)
            .ToListAsync(ct);
        if (elsewhere.Count == 0)
            return;
        var holders = await specialists.HoldersThereAsync(@case.Territory, time.Today(), ct);
        if (!holders.Contains(@case.ResponsibleId))
        {
            var both = await db
                .Cases.Where(c => c.ChildId == merge.ChildId || c.ChildId == merge.OtherId)
                .WithSpecification(MainCaseFirst.Order)
                .ToListAsync(ct);
            if (both.Find(c => c.Territory == @case.Territory && holders.Contains(c.ResponsibleId)) is { } taken)
                @case.Entrust(taken.ResponsibleId, taken.BodyId);
        }
        foreach (var step in elsewhere)
            step.Move(@case.Territory, step.GoesAlong(Guid.Empty, holders) ? step.ResponsibleId!.Value : Guid.Empty, @case.ResponsibleId);
    }

    public async Task<(Child Kept, Child Other, MergedPair Pair)> PairAsync(Merge merge, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        var kept = await db.Children.SingleAsync(c => c.Id == merge.ChildId, ct);
        var other = await db.Children.SingleAsync(c => c.Id == merge.OtherId, ct);
        // a card merged or voided since cannot give anything back
        if (kept.State is not ChildState.Registered || other.MergedInto != kept.Id)
            throw new DomainException("merge.cannot-be-undone");
        var pair = new MergedPair(merge.Id, await vault.OfAsync(kept.Id, ct), await vault.OfAsync(other.Id, ct));
        return (kept, other, pair);
    }

    /// <summary>The merged child has a card of its own again, where its case lies, and is found by its own names.</summary>
    public async Task RegisterAgainAsync(Child other, MergedPair pair, CancellationToken ct)
    {
        other.ComeBack();
        if (await db.Cases.WithSpecification(MainCaseFirst.Order).FirstOrDefaultAsync(c => c.ChildId == other.Id, ct) is { } @case)
            other.Move(@case.Territory);
        var sections = await db.CardSections.AsNoTracking().Where(s => s.ChildId == other.Id).ToListAsync(ct);
        var identity = Card.Open(sections, pair.Other).Identity ?? new();
        await numbers.HoldAgainAsync(other, identity, ct);
        await index.ReplaceAsync(db, other, identity, pair.Other, ct);
    }

    public void Tell(Merge merge, bool undone, Guid by) =>
        db.Publish(new CardsSplit(merge.Id, merge.ChildId, merge.OtherId, merge.EndedCaseId, undone, time.Today(), by), time);
}
