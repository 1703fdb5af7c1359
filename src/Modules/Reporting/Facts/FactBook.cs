using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Reporting.Database;

namespace Registry.Reporting.Facts;

/// <summary>
/// Turns what the modules tell into counted rows. Each fact is a state, so the order in which facts of different rows come does not matter and one may come twice.
/// </summary>
internal sealed class FactBook(ReportingDbContext db)
{
    private const string Merged = "Merged";

    public Task ApplyAsync(IFact fact, CancellationToken ct) =>
        fact switch
        {
            SignalFact f => SignalAsync(f, ct),
            ChildFact f => ChildAsync(f, ct),
            CaseFact f => CaseAsync(f, ct),
            AssessmentFact f => AssessmentAsync(f, ct),
            PlanFact f => PlanAsync(f, ct),
            ClosingFact f => ClosingAsync(f, ct),
            MeasureFact f => MeasureAsync(f, ct),
            VisitFact f => VisitAsync(f, ct),
            InstitutionFact f => InstitutionAsync(f, ct),
            PlacementFact f => PlacementAsync(f, ct),
            _ => throw new NotSupportedException($"Nothing is counted of {fact.GetType().Name}."),
        };

    private async Task<T> RowAsync<T>(DbSet<T> rows, Guid id, Func<T> make, CancellationToken ct)
        where T : class
    {
        if (await rows.FindAsync([id], ct) is { } known)
            return known;
        var row = make();
        rows.Add(row);
        return row;
    }

    private async Task SignalAsync(SignalFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Signals, f.SignalId, () => new() { Id = f.SignalId }, ct);
        row.Lies(f.Territory);
        (row.ChildId, row.FoundOn, row.Source, row.Channel, row.Status) = (f.ChildId, f.FoundOn, f.Source, f.Channel, f.Status);
    }

    private async Task ChildAsync(ChildFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Children, f.ChildId, () => new() { Id = f.ChildId }, ct);
        (row.Sex, row.BirthDate, row.Disability, row.ParentsAbroad) = (f.Sex, f.BirthDate, f.Disability, f.ParentsAbroad);
        (row.Causes, row.Statuses, row.Completeness, row.ChangedOn) = (f.Causes, f.Statuses, f.Completeness, f.ChangedOn);
        foreach (var of in await CasesOfAsync(f.ChildId, ct))
            await OfChildAsync(of, row, ct);
    }

    private async Task CaseAsync(CaseFact f, CancellationToken ct)
    {
        if (f.Status is Merged)
        {
            await DropAsync(f.CaseId, ct);
            return;
        }
        var row = await RowAsync(db.Cases, f.CaseId, () => new() { Id = f.CaseId }, ct);
        row.Lies(f.Territory);
        (row.ChildId, row.Number, row.FoundDistrict) = (f.ChildId, f.Number, Soate.District(f.FoundTerritory));
        (row.FoundOn, row.OpenedOn, row.InformationOn, row.Status) = (f.FoundOn, f.OpenedOn, f.InformationOn, f.Status);
        if (await db.Children.FindAsync([f.ChildId], ct) is { } child)
            await OfChildAsync(row, child, ct);
        await RoadAsync(row, ct);
        // measures and visits lie where their own case lies: a child may have had another one elsewhere
        foreach (var measure in await db.Measures.Where(m => db.Plans.Any(p => p.Id == m.PlanId && p.CaseId == f.CaseId)).ToListAsync(ct))
            measure.Lies(f.Territory);
        foreach (var visit in await db.Visits.Where(v => v.CaseId == f.CaseId).ToListAsync(ct))
            visit.Lies(f.Territory);
    }

    /// <summary>The same child's other case goes on and is counted in its place.</summary>
    private async Task DropAsync(Guid caseId, CancellationToken ct)
    {
        db.CaseCodes.RemoveRange(await db.CaseCodes.Where(c => c.CaseId == caseId).ToListAsync(ct));
        if (await db.Cases.FindAsync([caseId], ct) is { } counted)
            db.Cases.Remove(counted);
    }

    private async Task AssessmentAsync(AssessmentFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Assessments, f.AssessmentId, () => new() { Id = f.AssessmentId }, ct);
        (row.CaseId, row.CompletedOn, row.Risk, row.Conclusion) = (f.CaseId, f.CompletedOn, f.Risk, f.Conclusion);
        await RoadAsync(f.CaseId, ct);
    }

    private async Task PlanAsync(PlanFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Plans, f.PlanId, () => new() { Id = f.PlanId }, ct);
        (row.CaseId, row.InForceOn, row.Superseded) = (f.CaseId, f.InForceOn, f.Superseded);
        var territory = await TerritoryOfAsync(f.CaseId, ct);
        foreach (var measure in await db.Measures.Where(m => m.PlanId == f.PlanId).ToListAsync(ct))
        {
            measure.Counted = IsCounted(measure, row);
            measure.Lies(territory);
        }
        await RoadAsync(f.CaseId, ct);
    }

    private async Task ClosingAsync(ClosingFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Closings, f.ClosingId, () => new() { Id = f.ClosingId }, ct);
        (row.CaseId, row.Ending, row.Status, row.DecidedOn) = (f.CaseId, f.Ending, f.Status, f.DecidedOn);
        await RoadAsync(f.CaseId, ct);
    }

    private async Task MeasureAsync(MeasureFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Measures, f.MeasureId, () => new() { Id = f.MeasureId }, ct);
        (row.PlanId, row.ChildId, row.Body, row.Status) = (f.PlanId, f.ChildId, f.Body, f.Status);
        row.Obstacle = f.Obstacle;
        (row.StartedOn, row.DueOn, row.DoneOn) = (f.StartedOn ?? default, f.DueOn, f.DoneOn);
        var plan = await db.Plans.FindAsync([f.PlanId], ct);
        row.Counted = IsCounted(row, plan);
        row.Lies(plan is null ? "" : await TerritoryOfAsync(plan.CaseId, ct));
    }

    private async Task VisitAsync(VisitFact f, CancellationToken ct)
    {
        if (f.CalledOff)
        {
            if (await db.Visits.FindAsync([f.VisitId], ct) is { } gone)
                db.Visits.Remove(gone);
            return;
        }
        var row = await RowAsync(db.Visits, f.VisitId, () => new() { Id = f.VisitId }, ct);
        (row.CaseId, row.ChildId) = (f.CaseId, f.ChildId);
        (row.PlannedOn, row.MadeOn, row.Finding) = (f.PlannedOn, f.MadeOn, f.Finding);
        row.Lies(await TerritoryOfAsync(f.CaseId, ct));
    }

    private async Task InstitutionAsync(InstitutionFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Institutions, f.InstitutionId, () => new() { Id = f.InstitutionId }, ct);
        row.Lies(f.Territory);
        (row.Kind, row.Ownership, row.Capacity, row.ClosedOn) = (f.Kind, f.Ownership, f.Capacity, f.ClosedOn);
    }

    private async Task PlacementAsync(PlacementFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Placements, f.PlacementId, () => new() { Id = f.PlacementId }, ct);
        (row.ChildId, row.InstitutionId, row.Kind, row.From, row.Until) = (f.ChildId, f.InstitutionId, f.Kind, f.From, f.Until);
    }

    /// <summary>A running measure of a superseded plan goes on in the next version.</summary>
    private static bool IsCounted(MeasureRow measure, PlanRow? plan) =>
        plan is not { Superseded: true } || measure.Status is not ("Planned" or "InProgress");

    private Task<List<CaseRow>> CasesOfAsync(Guid child, CancellationToken ct) =>
        db.Cases.Where(c => c.ChildId == child).OrderBy(c => c.Id).ToListAsync(ct);

    /// <summary>Empty until the case is told.</summary>
    private async Task<string> TerritoryOfAsync(Guid caseId, CancellationToken ct) =>
        (await db.Cases.FindAsync([caseId], ct))?.Territory ?? "";

    private async Task OfChildAsync(CaseRow row, ChildRow child, CancellationToken ct)
    {
        (row.Sex, row.BirthDate, row.Disability, row.ParentsAbroad) = (child.Sex, child.BirthDate, child.Disability, child.ParentsAbroad);
        (row.Completeness, row.ChangedOn) = (child.Completeness, child.ChangedOn);
        var wanted = Codes(CaseCodeRow.Cause, child.Causes).Concat(Codes(CaseCodeRow.LegalStatus, child.Statuses)).ToHashSet();
        var known = await db.CaseCodes.Where(c => c.CaseId == row.Id).ToListAsync(ct);
        db.CaseCodes.RemoveRange(known.Where(k => !wanted.Contains((k.Kind, k.Code))));
        foreach (var (kind, code) in wanted.Except(known.Select(k => (k.Kind, k.Code))))
            db.CaseCodes.Add(
                new()
                {
                    CaseId = row.Id,
                    Kind = kind,
                    Code = code,
                }
            );
    }

    private static IEnumerable<(string, string)> Codes(string kind, string codes) =>
        codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => (kind, code));

    private async Task RoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await db.Cases.FindAsync([caseId], ct) is { } row)
            await RoadAsync(row, ct);
    }

    /// <summary>Days of the road from what was told of its steps: the first assessment and plan, the last ending that stands.</summary>
    private async Task RoadAsync(CaseRow row, CancellationToken ct)
    {
        var assessments = await RowsAsync(db.Assessments, r => r.CaseId == row.Id, r => r.CaseId == row.Id, ct);
        var last = assessments.OrderBy(a => a.CompletedOn).ThenBy(a => a.Id).LastOrDefault();
        (row.AssessedOn, row.Risk, row.Conclusion) = (First(assessments.Select(a => a.CompletedOn)), last?.Risk, last?.Conclusion);
        row.PlanOn = First((await RowsAsync(db.Plans, r => r.CaseId == row.Id, r => r.CaseId == row.Id, ct)).Select(p => p.InForceOn));
        var closings = await RowsAsync(db.Closings, r => r.CaseId == row.Id, r => r.CaseId == row.Id, ct);
        var ending = closings.Where(c => c.Status is "Consented").OrderBy(c => c.DecidedOn).ThenBy(c => c.Id).LastOrDefault();
        (row.EndedOn, row.Ending, row.Returns) = (ending?.DecidedOn, ending?.Ending, closings.Count(c => c.Status is "Reopened"));
    }

    private static DateOnly? First(IEnumerable<DateOnly> days) => days.Select(d => (DateOnly?)d).Min();

    /// <summary>Stored rows together with those that are about to be stored.</summary>
    private static async Task<List<T>> RowsAsync<T>(
        DbSet<T> rows,
        Expression<Func<T, bool>> stored,
        Func<T, bool> here,
        CancellationToken ct
    )
        where T : class
    {
        await rows.Where(stored).LoadAsync(ct);
        return [.. rows.Local.Where(here)];
    }
}
