using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Merging;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Children.Merging;

/// <summary>Assigns the rows of one card to two children by hand, when a merge can no longer be undone.</summary>
internal sealed class CardSplitter(ChildrenDbContext db, ChildRowList list, CardUnmerger unmerge, StatutoryClock clock, TimeProvider time)
{
    public async Task<IReadOnlyList<SplitRow>> RowsAsync(Merge merge, CancellationToken ct)
    {
        var rows = await list.OfAsync(merge.ChildId, ct);
        var numbers = await db.Cases.AsNoTracking().Where(c => c.ChildId == merge.ChildId).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
        var came = await db.MovedRows.Where(m => m.MergeId == merge.Id && m.Follows).Select(m => m.RowId).ToHashSetAsync(ct);
        return
        [
            .. rows.Select(r => new SplitRow(
                r.RowId,
                r.Entity[(r.Entity.LastIndexOf('.') + 1)..],
                r.MadeAt,
                r.CaseId is { } of ? numbers.GetValueOrDefault(of) : null,
                IsCase: r.CaseId == r.RowId,
                WithCase: r.CaseId is { } with && with != r.RowId && numbers.ContainsKey(with),
                came.Contains(r.RowId)
            )),
        ];
    }

    /// <exception cref="DomainException"><c>merge.row-unknown</c>, <c>merge.case-for-both</c></exception>
    public async Task SplitAsync(Merge merge, IReadOnlyCollection<Guid> goBack, string reason, Caller by, CancellationToken ct)
    {
        var (kept, other, pair) = await unmerge.PairAsync(merge, ct);
        var rows = await list.OfAsync(kept.Id, ct);
        if (goBack.Except(rows.Select(r => r.RowId)).Any())
            throw new DomainException("merge.row-unknown", 409, "goBack");
        var cases = await db.Cases.Where(c => c.ChildId == kept.Id).ToListAsync(ct);
        var leaving = cases.Where(c => goBack.Contains(c.Id)).ToList();
        if (leaving.Count == 0 || leaving.Count == cases.Count)
            throw new DomainException("merge.case-for-both", 409, "goBack");
        // a case's rows go with it
        var caseIds = cases.Select(c => c.Id).ToHashSet();
        var chosen = rows.Where(r =>
                r.CaseId is { } of && caseIds.Contains(of) ? leaving.Exists(c => c.Id == of) : goBack.Contains(r.RowId)
            )
            .ToList();
        db.MovedRows.AddRange(chosen.Select(r => merge.GoesBack(r)));
        await db.SaveChangesAsync(ct);
        await MoveStepsAsync(merge, rows, chosen, leaving, ct);
        await MergedRows.SplitAsync(db, pair, territory: null, withPlatform: true, ct);
        await db.SaveChangesAsync(ct);
        await unmerge.GiveBackFieldsAsync(merge, kept, other, pair, by, ct);
        await unmerge.RegisterAgainAsync(other, pair, ct);
        merge.Explain(reason, pair.Kept);
        merge.End(MergeState.Split, time.Today(), by.SpecialistId);
        unmerge.Tell(merge, undone: false, by.SpecialistId);
        foreach (var child in new[] { kept.Id, other.Id })
            await GoOnAsync(child, by.SpecialistId, ct);
    }

    /// <summary>A step goes with its subject, or with its case.</summary>
    private async Task MoveStepsAsync(Merge merge, List<ChildRow> rows, List<ChildRow> chosen, List<Case> leaving, CancellationToken ct)
    {
        var known = rows.Select(r => r.RowId).ToHashSet();
        var gone = chosen.Select(r => r.RowId).ToHashSet();
        var numbers = leaving.Select(c => c.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var step in await db.Deadlines.Where(d => d.ChildId == merge.ChildId).ToListAsync(ct))
            if (known.Contains(step.AboutId) ? gone.Contains(step.AboutId) : numbers.Contains(step.Number))
                db.Entry(step).Property(nameof(step.ChildId)).CurrentValue = merge.OtherId;
    }

    /// <summary>A case ended by the merge resumes at its earlier stage; a resumed case always owes a step.</summary>
    private async Task GoOnAsync(Guid child, Guid by, CancellationToken ct)
    {
        var main = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == child, ct);
        var comesBack = main.Status is CaseStatus.Merged;
        if (comesBack)
        {
            var reached = await db.ReachedAsync(main.Id, ct);
            main.ComeBack(reached);
            db.CaseEvents.Add(
                new()
                {
                    Id = Ids.New(),
                    CaseId = main.Id,
                    Status = reached,
                    At = time.Utc(),
                    By = by,
                }
            );
            // its plan resumes with it
            db.Publish(new CaseReopened(main.Id, child, time.Today(), by), time);
        }
        // only a plan that comes back in force brings its own
        if (
            !main.IsClosed
            && !(comesBack && main.Status is CaseStatus.PlanInForce)
            && !await db.Deadlines.AnyAsync(d => d.ChildId == child && d.IsOpen && StepRules.Onward.Contains(d.Step), ct)
        )
            await clock.StartAsync(db, StatutoryTerm.Assess, time.Today(), main.Subject(), ct);
    }
}
