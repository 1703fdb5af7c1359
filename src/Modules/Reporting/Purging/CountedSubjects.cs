using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Registry.Kernel;
using Registry.Kernel.Purging;
using Registry.Reporting.Database;
using Registry.Reporting.Facts;

namespace Registry.Reporting.Purging;

/// <summary>A random id under which the counted rows of a purged subject stay together; it leads to nobody.</summary>
[NoSubject("ids made at random for counted rows of purged subjects")]
internal sealed class AnonymousSubject
{
    public Guid Id { get; init; }
}

/// <summary>
/// What this module keeps of a subject [25.2]. Paper copies go; counted rows stay, so that the totals of earlier years do not change, under new random ids, without
/// the case's number, and with the birth year alone.
/// </summary>
internal sealed class CountedSubjects(ReportingDbContext db) : SubjectStore<ReportingDbContext>(db)
{
    public override string Name => ReportingDbContext.Name;

    private readonly Guid _nobody = Ids.Random();

    protected override IEnumerable<SubjectRows> Of(Guid subject)
    {
        var cases = Db.Cases.Where(c => c.ChildId == subject);
        var papers = Db.Papers.Where(p => p.ChildId == subject);
        yield return SubjectRows.Of("paper-files", Db.PaperFiles.Where(f => papers.Any(p => p.Id == f.Id)));
        yield return SubjectRows.Of("papers", papers);
        yield return SubjectRows.Of("assessments", Db.Assessments.Where(a => cases.Any(c => c.Id == a.CaseId)));
        yield return SubjectRows.Of("plans", Db.Plans.Where(a => cases.Any(c => c.Id == a.CaseId)));
        yield return SubjectRows.Of("closings", Db.Closings.Where(a => cases.Any(c => c.Id == a.CaseId)));
        yield return SubjectRows.Of("children", Db.Children.Where(c => c.Id == subject));
        yield return Untied("signals", Db.Signals.Where(s => s.ChildId == subject), _ => { });
        yield return Untied("measures", Db.Measures.Where(m => m.ChildId == subject), v => v[nameof(MeasureRow.PlanId)] = _nobody);
        yield return Untied("visits", Db.Visits.Where(v => v.ChildId == subject), _ => { });
        yield return Untied("placements", Db.Placements.Where(p => p.ChildId == subject), _ => { });
        // codes go over to the new ids together with their cases
        yield return SubjectRows.Of("case-codes", Db.CaseCodes.Where(c => cases.Any(x => x.Id == c.CaseId)), _ => Task.FromResult(0));
        yield return SubjectRows.Of("cases", cases, ct => UntieCasesAsync(cases, ct));
    }

    private SubjectRows Untied<T>(string what, IQueryable<T> rows, Action<PropertyValues> more)
        where T : class =>
        SubjectRows.Of(
            what,
            rows,
            async ct =>
            {
                var list = await rows.ToListAsync(ct);
                foreach (var row in list)
                    Untie(row, more);
                await RememberNobodyAsync(list.Count, ct);
                return list.Count;
            }
        );

    private async Task<int> UntieCasesAsync(IQueryable<CaseRow> cases, CancellationToken ct)
    {
        var list = await cases.ToListAsync(ct);
        foreach (var row in list)
        {
            var id = Untie(
                row,
                values =>
                {
                    values[nameof(CaseRow.Number)] = "";
                    values[nameof(CaseRow.BirthDate)] = row.BirthDate is { } born ? new DateOnly(born.Year, 1, 1) : null;
                }
            );
            foreach (var code in await Db.CaseCodes.Where(c => c.CaseId == row.Id).ToListAsync(ct))
            {
                Db.Remove(code);
                Db.Add(
                    new CaseCodeRow
                    {
                        CaseId = id,
                        Kind = code.Kind,
                        Code = code.Code,
                    }
                );
            }
        }
        await RememberNobodyAsync(list.Count, ct);
        return list.Count;
    }

    /// <summary>The same row under a random id and nobody's.</summary>
    private Guid Untie<T>(T row, Action<PropertyValues> more)
        where T : class
    {
        var values = Db.Entry(row).CurrentValues.Clone();
        var id = Ids.Random();
        (values["Id"], values["ChildId"]) = (id, _nobody);
        more(values);
        Db.Remove(row);
        Db.Add((T)values.ToObject());
        return id;
    }

    /// <summary>What is nobody's is kept when everything is counted anew.</summary>
    private async Task RememberNobodyAsync(int count, CancellationToken ct)
    {
        if (count > 0 && !await Db.Anonymous.AnyAsync(a => a.Id == _nobody, ct) && !Db.Anonymous.Local.Any(a => a.Id == _nobody))
            Db.Anonymous.Add(new() { Id = _nobody });
    }
}
