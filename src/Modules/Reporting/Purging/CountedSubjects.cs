using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Purging;
using Registry.Reporting.Model;

namespace Registry.Reporting.Purging;

/// <summary>
/// This module's data about a subject [25.2]. Paper copies and published facts are deleted; counted rows stay under new random ids, without
/// the case's number and without a birth date, so that no figure of a past day changes. An open case ends on the day of the purge.
/// </summary>
internal sealed class CountedSubjects(ReportingDbContext db, TimeProvider time) : SubjectStore<ReportingDbContext>(db)
{
    public override string Name => ReportingDbContext.Name;

    private readonly Dictionary<Guid, Guid> _anonymous = [];

    protected override IEnumerable<SubjectRows> Of(Guid subject)
    {
        var cases = Db.Cases.Where(c => c.ChildId == subject);
        var told = Db.ToldCases.Where(c => c.ChildId == subject);
        var papers = Db.Papers.Where(p => p.ChildId == subject);
        var codes = Db.CaseCodes.Where(c => cases.Any(x => x.Id == c.Id));
        var plans = Db.Plans.Where(p => cases.Any(c => c.Id == p.CaseId));
        var corrections = Db.Corrections.Where(c => c.ChildId == subject);
        yield return SubjectRows.Of("paper-files", Db.PaperFiles.Where(f => papers.Any(p => p.Id == f.Id)));
        yield return SubjectRows.Of("papers", papers);
        yield return SubjectRows.Of("assessments", Db.Assessments.Where(a => told.Any(c => c.Id == a.CaseId)));
        yield return SubjectRows.Of("told-cases", told);
        yield return SubjectRows.Of("told-children", Db.ToldChildren.Where(c => c.Id == subject));
        // before a signal was linked it named a child of its own
        yield return Untied(
            "signals",
            Db.Signals.Where(s => Db.Signals.Any(x => x.Id == s.Id && x.ChildId == subject && x.Until == StateRow.Always))
        );
        var once = Db.Signals.Where(s =>
            s.ChildId == subject && Db.Signals.Any(x => x.Id == s.Id && x.ChildId != subject && x.Until == StateRow.Always)
        );
        yield return SubjectRows.Of("signals-once-linked", once, ct => ForgetAsync(once, ct));
        yield return Untied("closings", Db.Closings.Where(c => c.ChildId == subject), nameof(ClosingRow.CaseId));
        yield return Untied("measures", Db.Measures.Where(m => m.ChildId == subject), nameof(MeasureRow.PlanId));
        yield return Untied("visits", Db.Visits.Where(v => v.ChildId == subject), nameof(VisitRow.CaseId));
        yield return Untied("placements", Db.Placements.Where(p => p.ChildId == subject));
        yield return Untied("plans", plans, nameof(PlanRow.CaseId));
        yield return SubjectRows.Of("case-codes", codes, ct => EndAsync(codes, ct));
        yield return SubjectRows.Of("cases", cases, ct => EndAsync(cases, ct));
        yield return SubjectRows.Of("corrections", corrections, ct => UntieAsync(corrections, [], ct));
    }

    private SubjectRows Untied<T>(string what, IQueryable<T> rows, params string[] ids)
        where T : StateRow => SubjectRows.Of(what, rows, ct => UntieAsync(rows, ids, ct));

    private async Task<int> UntieAsync<T>(IQueryable<T> rows, string[] ids, CancellationToken ct)
        where T : class
    {
        var list = await rows.ToListAsync(ct);
        foreach (var row in list)
            await UntieAsync(row, ids, ct);
        return list.Count;
    }

    /// <summary>The signal now belongs to another child, and is published again under a random id.</summary>
    private static async Task<int> ForgetAsync(IQueryable<SignalRow> once, CancellationToken ct)
    {
        var (rows, nobody) = (await once.ToListAsync(ct), Ids.Random());
        foreach (var row in rows)
            row.ChildId = nobody;
        return rows.Count;
    }

    /// <summary>The current state ends; changes due on a future birthday never happen.</summary>
    private async Task<int> EndAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : StateRow
    {
        var (today, list) = (time.Today(), await rows.ToListAsync(ct));
        foreach (var row in list.Where(r => r.Since < today || r is CaseRow { Status: CaseStatus.Closed }))
        {
            var kept = await UntieAsync(row, [], ct);
            if (kept is CaseRow closed)
                closed.Number = "";
            if (row.Until <= today || kept is CaseRow { Status: CaseStatus.Closed })
                continue;
            kept.Until = today;
            // actions in the case are counted as those of an ended case
            if (kept is CaseRow open)
                Db.Cases.Add(open.Close(today));
        }
        Db.RemoveRange(list);
        return list.Count;
    }

    /// <summary>The same row under random ids.</summary>
    private async Task<T> UntieAsync<T>(T row, string[] ids, CancellationToken ct)
        where T : class
    {
        var values = Db.Entry(row).CurrentValues.Clone();
        foreach (var id in ids.Append(nameof(StateRow.Id)))
            values[id] = Anonymous((Guid)values[id]!);
        if (values.TryGetValue<Guid>(nameof(CaseRow.ChildId), out var child))
            values[nameof(CaseRow.ChildId)] = await NobodyAsync(child, ct);
        Db.Remove(row);
        var untied = (T)values.ToObject();
        Db.Add(untied);
        return untied;
    }

    private Guid Anonymous(Guid id) => _anonymous.TryGetValue(id, out var known) ? known : _anonymous[id] = Ids.Random();

    /// <summary>Anonymous rows are kept in a full rebuild.</summary>
    private async Task<Guid> NobodyAsync(Guid child, CancellationToken ct)
    {
        var nobody = Anonymous(child);
        if (await Db.Anonymous.FindAsync([nobody], ct) is null)
            Db.Anonymous.Add(new() { Id = nobody });
        return nobody;
    }
}
