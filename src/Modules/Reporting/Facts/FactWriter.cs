using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Facts;

/// <summary>
/// Turns the modules' facts into counted rows. Each fact carries a row's whole history, so facts of different rows may arrive in any order
/// and more than once.
/// </summary>
internal sealed class FactWriter(ReportingDbContext db)
{
    /// <summary>During a full rebuild there are no rows to replace, and case rows are built after all facts have arrived.</summary>
    public bool FromNothing { get; init; }

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

    private async Task SignalAsync(SignalFact f, CancellationToken ct)
    {
        var found = f.Found[^1].State;
        var rows = Spans
            .Of(f.States)
            .Select(
                (s, i) =>
                    new SignalRow
                    {
                        Id = f.SignalId,
                        // found earlier than it was entered: it belongs to the days of its finding, and the report says so
                        Since = i == 0 && found.On < s.Since ? found.On : s.Since,
                        Until = s.Until,
                        ChildId = s.State.ChildId,
                        Territory = found.Territory,
                        District = Soate.District(found.Territory),
                        FoundOn = found.On,
                        RegisteredOn = f.RegisteredOn,
                        Source = f.Source,
                        Channel = f.Channel,
                        Status = s.State.Status,
                    }
            );
        await ReplaceAsync(db.Signals, f.SignalId, rows, ct);
        await CorrectAsync(f.SignalId, SignalCorrections(f), ct);
    }

    private static IEnumerable<CorrectionRow> SignalCorrections(SignalFact f)
    {
        var last = f.Found[^1].State;
        for (var i = 1; i < f.Found.Count; i++)
        {
            var (was, now) = (f.Found[i - 1].State, f.Found[i].State);
            if (was.On != now.On)
                yield return Of(f.Found[i].On, CorrectionRow.Date, last.Territory, was.On < now.On ? was.On : now.On);
            if (was.Territory != now.Territory)
                foreach (var territory in new[] { was.Territory, now.Territory })
                    yield return Of(f.Found[i].On, CorrectionRow.Place, territory, last.On);
        }

        CorrectionRow Of(DateOnly on, string kind, string territory, DateOnly since) =>
            new()
            {
                Id = f.SignalId,
                CorrectedOn = on,
                Kind = kind,
                Territory = territory,
                District = Soate.District(territory),
                About = CorrectionRow.OfSignal,
                ChildId = f.States[^1].State.ChildId,
                Since = since,
            };
    }

    private async Task ChildAsync(ChildFact f, CancellationToken ct)
    {
        if (f.States.Count > 0)
            (await RowAsync(db.ToldChildren, f.ChildId, () => new() { Id = f.ChildId }, ct)).Fact = JsonSerializer.Serialize(
                f,
                StoredJson.Options
            );
        else if (!FromNothing && await db.ToldChildren.FindAsync([f.ChildId], ct) is { } told)
            db.ToldChildren.Remove(told);
        await CasesOfAsync(f.ChildId, ct);
    }

    private async Task CaseAsync(CaseFact f, CancellationToken ct)
    {
        var told = await RowAsync(db.ToldCases, f.CaseId, () => new() { Id = f.CaseId }, ct);
        var (before, now) = (told.ChildId, f.Found[^1].State.ChildId);
        (told.ChildId, told.Fact) = (now, JsonSerializer.Serialize(f, StoredJson.Options));
        await CasesOfAsync(now, ct);
        // a case that turned out to be another child's leaves the one it was counted with
        if (before != now && before != default)
            await CasesOfAsync(before, ct);
    }

    private async Task AssessmentAsync(AssessmentFact f, CancellationToken ct)
    {
        var row = await RowAsync(db.Assessments, f.AssessmentId, () => new() { Id = f.AssessmentId }, ct);
        (row.CaseId, row.CompletedOn, row.Risk, row.Conclusion, row.Causes) = (f.CaseId, f.CompletedOn, f.Risk, f.Conclusion, f.Causes);
        if (!FromNothing && await db.ToldCases.FindAsync([f.CaseId], ct) is { } @case)
            await CasesOfAsync(@case.ChildId, ct);
    }

    private Task PlanAsync(PlanFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Plans,
            f.PlanId,
            Spans
                .Of(f.States)
                .Select(s => new PlanRow
                {
                    Id = f.PlanId,
                    Since = s.Since,
                    Until = s.Until,
                    CaseId = f.CaseId,
                    Status = s.State.Status,
                }),
            ct
        );

    private Task ClosingAsync(ClosingFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Closings,
            f.ClosingId,
            Spans
                .Of(f.States)
                .Select(s => new ClosingRow
                {
                    Id = f.ClosingId,
                    Since = s.Since,
                    Until = s.Until,
                    CaseId = f.CaseId,
                    ChildId = f.ChildId,
                    Ending = f.Ending,
                    Status = s.State.Status,
                    DecidedOn = s.State.DecidedOn,
                }),
            ct
        );

    private Task MeasureAsync(MeasureFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Measures,
            f.MeasureId,
            Spans
                .Of(f.States)
                .Select(s => new MeasureRow
                {
                    Id = f.MeasureId,
                    Since = s.Since,
                    Until = s.Until,
                    PlanId = f.PlanId,
                    ChildId = f.ChildId,
                    StartedOn = f.StartedOn,
                    Body = s.State.Body,
                    Status = s.State.Status,
                    DueOn = s.State.DueOn,
                    DoneOn = s.State.DoneOn,
                    Obstacle = s.State.Obstacle,
                }),
            ct
        );

    private Task VisitAsync(VisitFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Visits,
            f.VisitId,
            Spans
                .Of(f.States)
                .Select(s => new VisitRow
                {
                    Id = f.VisitId,
                    Since = s.Since,
                    Until = s.Until,
                    CaseId = f.CaseId,
                    ChildId = f.ChildId,
                    EnteredOn = f.States[0].On,
                    PlannedOn = s.State.PlannedOn,
                    MadeOn = s.State.MadeOn,
                    CalledOff = s.State.CalledOff,
                    Finding = s.State.Finding,
                }),
            ct
        );

    private Task InstitutionAsync(InstitutionFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Institutions,
            f.InstitutionId,
            Spans
                .Of(f.States)
                .Select(s => new InstitutionRow
                {
                    Id = f.InstitutionId,
                    Since = s.Since,
                    Until = s.Until,
                    Territory = s.State.Territory,
                    District = Soate.District(s.State.Territory),
                    Kind = s.State.Kind,
                    Ownership = s.State.Ownership,
                    Capacity = s.State.Capacity,
                    ClosedOn = s.State.ClosedOn,
                }),
            ct
        );

    private Task PlacementAsync(PlacementFact f, CancellationToken ct) =>
        ReplaceAsync(
            db.Placements,
            f.PlacementId,
            Spans
                .Of(f.States)
                .Select(s => new PlacementRow
                {
                    Id = f.PlacementId,
                    Since = s.Since,
                    Until = s.Until,
                    ChildId = f.ChildId,
                    InstitutionId = f.InstitutionId,
                    Kind = f.Kind,
                    PlacedOn = s.State.From,
                    LeftOn = s.State.Until,
                }),
            ct
        );

    /// <summary>Builds the rows of a child's cases from all facts so far.</summary>
    private async Task CasesOfAsync(Guid childId, CancellationToken ct)
    {
        if (FromNothing)
            return;
        var cases = await RowsAsync(db.ToldCases, c => c.ChildId == childId, c => c.ChildId == childId, ct);
        if (cases.Count == 0)
            return;
        var ids = cases.Select(c => c.Id).ToList();
        await CountAsync(
            await db.ToldChildren.FindAsync([childId], ct),
            cases,
            (await RowsAsync(db.Assessments, a => ids.Contains(a.CaseId), a => ids.Contains(a.CaseId), ct)).ToLookup(a => a.CaseId),
            ct
        );
    }

    /// <summary>Builds the rows of one child's cases.</summary>
    public async Task CountAsync(
        ToldChild? child,
        IEnumerable<ToldCase> cases,
        ILookup<Guid, AssessmentRow> assessments,
        CancellationToken ct
    )
    {
        var facts = cases
            .Select(c => CaseHistory.WithoutTakenBack(JsonSerializer.Deserialize<CaseFact>(c.Fact, StoredJson.Options)!))
            .ToList();
        var history = new CaseHistory(
            child is null ? null : JsonSerializer.Deserialize<ChildFact>(child.Fact, StoredJson.Options),
            facts,
            assessments
        );
        foreach (var fact in facts)
        {
            await ReplaceAsync(db.Cases, fact.CaseId, history.RowsOf(fact), ct);
            await ReplaceAsync(
                db.CaseCodes,
                c => c.Id == fact.CaseId,
                c => c.Id == fact.CaseId,
                history.CodesOf(fact),
                c => (c.Kind, c.Code, c.Source, c.Since),
                ct
            );
            await CorrectAsync(fact.CaseId, history.CorrectionsOf(fact), ct);
        }
    }

    private Task ReplaceAsync<T>(DbSet<T> rows, Guid id, IEnumerable<T> wanted, CancellationToken ct)
        where T : StateRow => ReplaceAsync(rows, r => r.Id == id, r => r.Id == id, wanted, r => r.Since, ct);

    private Task CorrectAsync(Guid id, IEnumerable<CorrectionRow> wanted, CancellationToken ct) =>
        ReplaceAsync(db.Corrections, c => c.Id == id, c => c.Id == id, wanted, c => (c.CorrectedOn, c.Kind, c.Territory), ct);

    /// <summary>Replaces the existing rows with the wanted ones; unchanged rows are not written.</summary>
    private async Task ReplaceAsync<T, TKey>(
        DbSet<T> rows,
        Expression<Func<T, bool>> stored,
        Func<T, bool> here,
        IEnumerable<T> wanted,
        Func<T, TKey> key,
        CancellationToken ct
    )
        where T : class
        where TKey : notnull
    {
        var known = FromNothing ? [] : (await RowsAsync(rows, stored, here, ct)).ToDictionary(key);
        foreach (var row in wanted.DistinctBy(key))
            if (known.Remove(key(row), out var there))
                db.Entry(there).CurrentValues.SetValues(row);
            else
                rows.Add(row);
        rows.RemoveRange(known.Values);
    }

    private async Task<T> RowAsync<T>(DbSet<T> rows, Guid id, Func<T> make, CancellationToken ct)
        where T : class
    {
        if (!FromNothing && await rows.FindAsync([id], ct) is { } known)
            return known;
        var row = make();
        rows.Add(row);
        return row;
    }

    /// <summary>Stored rows together with those about to be stored.</summary>
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
