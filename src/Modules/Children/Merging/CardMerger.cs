using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Merging;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Merging;

/// <summary>Merges two cards: this module's rows and the Platform's in the call's own transaction, the other modules' by the event.</summary>
internal sealed class CardMerger(
    ChildrenDbContext db,
    Vault vault,
    SectionWriter book,
    SearchIndex index,
    PersonalNumbers numbers,
    StatutoryClock clock,
    ISpecialists specialists,
    TimeProvider time
)
{
    public async Task<Merge> MergeAsync(Parties parties, IReadOnlyList<FieldChoice> choices, Caller by, CancellationToken ct)
    {
        var (kept, other) = (parties.Kept, parties.Other);
        var (own, its) = (await vault.OfAsync(kept.Id, ct), await vault.OfAsync(other.Id, ct));
        await db.BeginWriteAsync(ct);
        // one number, one card: the merged card gives its number up before the surviving one may take it
        other.MergeInto(kept.Id);
        await db.CallOffOthersAsync(parties, time.Today(), time, ct);
        await db.SaveChangesAsync(ct);
        var merge = parties.Decided ?? db.Add(Merge.Of(kept.Id, other.Id, own)).Entity;
        var pair = new MergedPair(merge.Id, own, its);
        var keptCase = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == kept.Id, ct);
        var otherCase = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == other.Id, ct);

        await MergedRows.FollowAsync(db, pair, kept.Territory, withPlatform: true, ct);
        var (stays, ends) = MergedSteps.Choose(keptCase, otherCase);
        var giver = otherCase.ResponsibleId;
        var moved = await SettleAsync(kept, keptCase, otherCase, stays, ends, ct);
        if (ends is not null)
            db.Add(CaseEvent.Of(ends, by, time.Utc()));
        var contents = await ContentsAsync(merge, pair, kept, other, choices, stays, by, ct);
        if (stays is not null)
            await clock.KeepOnwardAsync(db, stays.Subject(), ct);
        MergedRows.Record(db, pair, typeof(Child), typeof(CardSection), typeof(Merge), typeof(SearchEntry));
        // a decision already carried out is not owed again when the merge is undone
        await clock.MeetAsync(db, Step.MergeCards, merge.Id, ct);
        merge.Do(stays?.Id, ends?.Id, contents, own, time.Today(), by.SpecialistId);
        db.Publish(
            new CardsMerged(
                merge.Id,
                kept.Id,
                other.Id,
                stays?.Id,
                ends?.Id,
                time.Today(),
                by.SpecialistId,
                moved ? otherCase.Id : null,
                moved ? giver : null
            ),
            time
        );
        return merge;
    }

    /// <returns>True if the other case was elsewhere and the keeping specialist took it over.</returns>
    private async Task<bool> SettleAsync(Child kept, Case keptCase, Case otherCase, Case? stays, Case? ends, CancellationToken ct)
    {
        await db.Deadlines.Where(d => d.ChildId == kept.Id && d.IsOpen).LoadAsync(ct);
        var open = db.Deadlines.Local.Where(d => d.ChildId == kept.Id && d.IsOpen).ToList();
        // the keeping specialist takes over what the other place's holder owed, and what a colleague who does not work there owed
        var elsewhere = open.FindAll(d => d.Territory != kept.Territory);
        if (elsewhere.Count > 0)
        {
            var holders = await specialists.HoldersThereAsync(kept.Territory, time.Today(), ct);
            foreach (var owed in elsewhere)
                owed.Move(
                    kept.Territory,
                    owed.GoesAlong(otherCase.ResponsibleId, holders) ? owed.ResponsibleId!.Value : Guid.Empty,
                    keptCase.ResponsibleId
                );
            if (!otherCase.IsClosed)
                otherCase.Entrust(keptCase.ResponsibleId, keptCase.BodyId);
        }
        foreach (var owed in open.Where(d => d.Step is Step.DecideHeldPurge && d.AboutId != kept.Id))
            owed.Lapse(LapseReason.Merged, time.Today());
        if (stays is null || ends is null)
            return elsewhere.Count > 0;
        MergedSteps.Settle(stays, ends, open, (d, about) => db.Entry(d).Property(nameof(d.AboutId)).CurrentValue = about, time.Today());
        stays.Absorb(ends);
        ends.Merge();
        return elsewhere.Count > 0;
    }

    /// <summary>Enters the chosen fields into the surviving card; the merged one leaves the index, and its names and numbers find the survivor.</summary>
    private async Task<MergeContents> ContentsAsync(
        Merge merge,
        MergedPair pair,
        Child kept,
        Child other,
        IReadOnlyList<FieldChoice> choices,
        Case? stays,
        Caller by,
        CancellationToken ct
    )
    {
        var sections = await db.CardSections.Where(s => s.ChildId == kept.Id).ToListAsync(ct);
        var others = await db.CardSections.AsNoTracking().Where(s => s.ChildId == other.Id).ToListAsync(ct);
        var (own, its) = (Card.Open(sections, pair.Kept), Card.Open(others, pair.Other));
        var chosen = MergedFields.Of(own, its, choices);
        if (stays is not null)
            MergedFinding.Follow(chosen, own, its, stays);
        var names = kept.OtherNamesBy(pair.Kept);
        var before = new List<SectionBefore>();
        foreach (var (code, contents) in chosen)
        {
            var section = sections.Single(s => s.Code == code);
            before.Add(new(code, section.Sealed ?? [], section.SealNo));
            section.Version = Registry.Basics.Ids.New();
            await book.PutAsync(kept, sections, code, contents, demand: code is SectionCode.Identity, pair.Kept, by, ct);
        }
        var identity = Card.Open(sections, pair.Kept).Identity ?? new();
        // a number that both cards had belongs to the surviving one alone
        await numbers.HoldAsync(kept, identity, identity, by, "fields.pin", ct);
        kept.CallToo(kept.OtherNamesBy(pair.Kept).Merged(its.Identity, other.OtherNamesBy(pair.Other), identity), pair.Kept);
        await index.ReplaceAsync(db, kept, identity, pair.Kept, ct);
        await index.RemoveAsync(db, other.Id, ct);
        return merge.Open(pair.Kept) with { Sections = before, Names = names };
    }
}

/// <summary>The day and place found follow the case that continues.</summary>
internal static class MergedFinding
{
    public static void Follow(Dictionary<SectionCode, ICardSection> chosen, CardContents own, CardContents its, Case stays)
    {
        var finding = chosen.GetValueOrDefault(SectionCode.Finding) as Finding ?? own.Finding ?? new Finding();
        var right = finding with
        {
            FoundOn = stays.FoundOn,
            Territory = stays.FoundTerritory,
            LateBecause = finding.LateBecause ?? its.Finding?.LateBecause,
        };
        if (SectionDifferences.Between(own.Finding, right, SectionCode.Finding).Count > 0)
            chosen[SectionCode.Finding] = right;
    }
}
