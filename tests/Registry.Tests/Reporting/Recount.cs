using Registry.Basics;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Tests.Reporting;

/// <summary>An independent recount of every report from the published facts, as of the period's last day, sharing no code with the database counts.</summary>
internal sealed class Recount
{
    private sealed record Case(
        CaseFact Told,
        Guid Child,
        CaseState State,
        CardState? Card,
        DateOnly? Born,
        IReadOnlyList<AssessmentFact> Assessments
    )
    {
        public string Place => State.Territory;
        public string Found => Told.Found[^1].State.Territory;
        public Conclusion? Conclusion => Assessments.LastOrDefault()?.Conclusion;
        public Risk? Risk => Assessments.LastOrDefault()?.Risk;
        public bool IsOpen => State.Status is not CaseStatus.Closed;
        public bool IsCountable => IsOpen && Conclusion is not Contracts.Conclusion.NotConfirmed;
    }

    private readonly World _world;
    private readonly IReadOnlyList<Deadline> _deadlines;
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly DateOnly _today;
    private readonly string _within;
    private readonly Func<Guid?, string> _bodyOf;

    /// <summary>Cases as of the last day, including those that have ended by then.</summary>
    private readonly List<Case> _cases;
    private readonly List<Case> _situation;

    public Recount(
        World world,
        IReadOnlyList<Deadline> deadlines,
        DateOnly from,
        DateOnly to,
        DateOnly today,
        string within,
        Func<Guid?, string> bodyOf
    )
    {
        (_world, _deadlines, _from, _to, _today, _within, _bodyOf) = (world, deadlines, from, to, today, within, bodyOf);
        _cases =
        [
            .. world
                .Of<CaseFact>()
                .Where(c => c.States[^1].State.Status is not CaseStatus.Voided && c.States[0].On <= to)
                .Select(Right)
                .Select(Stand),
        ];
        // a child with two open cases is counted by the one opened later
        _situation =
        [
            .. _cases
                .Where(c => c.IsCountable)
                .GroupBy(c => c.Child)
                .Select(g => g.MaxBy(c => (c.Told.OpenedOn, c.Told.CaseId))!)
                .Where(c => Here(c.Place)),
        ];
    }

    /// <summary>A withdrawn voiding never happened.</summary>
    private static CaseFact Right(CaseFact told) =>
        told with
        {
            States = [.. told.States.Where(s => s.State.Status is not CaseStatus.Voided)],
        };

    private Case Stand(CaseFact told)
    {
        var child = told.Found[^1].State.ChildId;
        var cards = _world.Of<ChildFact>().FirstOrDefault(x => x.ChildId == child)?.States ?? [];
        return new(
            told,
            child,
            At(told.States)!,
            At(cards),
            cards.LastOrDefault(c => c.State.BirthDate is not null)?.State.BirthDate,
            [
                .. _world
                    .Of<AssessmentFact>()
                    .Where(a => a.CaseId == told.CaseId && a.CompletedOn <= _to)
                    .OrderBy(a => a.CompletedOn)
                    .ThenBy(a => a.AssessmentId),
            ]
        );
    }

    private T? At<T>(IReadOnlyList<Since<T>> states)
        where T : class => states.Where(s => s.On <= _to).MaxBy(s => s.On)?.State;

    private bool Here(string place) => place.StartsWith(_within, StringComparison.Ordinal);

    private bool In(DateOnly? day) => day >= _from && day <= _to;

    private DateOnly Looked => _to < _today ? _to : _today;

    private static bool InSituation(Case c) => c.Conclusion is Conclusion.InDifficultSituation;

    /// <returns>The rows by key, and the total.</returns>
    public (Dictionary<string, long[]> Rows, long[] Total) Of(string report, string by) =>
        report switch
        {
            "found" => Found(by),
            "children" => Children(by),
            "causes" or "statuses" => Codes(report, by),
            "measures" => Measures(by),
            "monitoring" => Visits(by),
            "terms" => Terms(by),
            "exits" => Exits(by),
            "quality" => Count(
                _situation,
                c => Key(by, c.Place, default, ("step", c.State.Status.Code())),
                c =>
                    [
                        c.Count(),
                        c.Count(x => x.Card?.Completeness == 100),
                        c.Any() ? (long)Math.Round(c.Average(x => x.Card?.Completeness ?? 0), MidpointRounding.AwayFromZero) : 0,
                        c.Count(x => x.Card?.ChangedOn < _to.AddMonths(-6)),
                    ]
            ),
            "institutions" => Count(
                _world
                    .Of<InstitutionFact>()
                    .Select(i => (i.InstitutionId, State: At(i.States)))
                    .Where(i => i.State is not null && Here(i.State.Territory) && !(i.State.ClosedOn <= _to)),
                i =>
                    Key(
                        by,
                        i.State!.Territory,
                        default,
                        ("institution-kind", i.State.Kind.Code()),
                        ("ownership", i.State.Ownership.Code())
                    ),
                i =>
                    [
                        i.Count(),
                        i.Sum(x => x.State!.Capacity),
                        i.Sum(x => Placed(x.InstitutionId)),
                        i.Count(x => Placed(x.InstitutionId) >= x.State!.Capacity),
                    ]
            ),
            _ => throw new NotSupportedException(report),
        };

    private (Dictionary<string, long[]>, long[]) Found(string by)
    {
        var signals = _world
            .Of<SignalFact>()
            .Select(s => (Told: s, Found: s.Found[^1].State, State: At(s.States) ?? s.States[0].State))
            .Where(s => Here(s.Found.Territory) && In(s.Found.On));
        return Count(
            signals,
            s => Key(by, s.Found.Territory, s.Found.On, ("channel", s.Told.Channel), ("source", s.Told.Source.Code())),
            s =>
            {
                long Of(Func<SignalStatus, bool> status) =>
                    s.Where(x => status(x.State.Status)).Select(x => x.State.ChildId).Distinct().Count();
                var (registered, standing) = (Of(_ => true), Of(x => x is not SignalStatus.Unfounded));
                return
                [
                    standing,
                    registered,
                    Of(x => x is SignalStatus.CardOpened or SignalStatus.Linked),
                    registered - standing,
                    Of(x => x is SignalStatus.New),
                    s.Count,
                ];
            }
        );
    }

    private (Dictionary<string, long[]>, long[]) Children(string by)
    {
        static long[] Figures(IReadOnlyCollection<Case> c) =>
            [.. Groups(c, withMigrants: true), c.Count(x => x.Risk is Risk.High or Risk.Critical)];
        if (by == "legal-status")
            return (
                _situation
                    .SelectMany(c => Split(c.Card?.Statuses).DefaultIfEmpty("").Select(code => (Case: c, Code: code)))
                    .GroupBy(c => c.Code)
                    .ToDictionary(g => g.Key, g => Figures([.. g.Select(x => x.Case)])),
                Figures(_situation)
            );
        return Count(
            _situation,
            c =>
                KeyOfCase(
                    by,
                    c,
                    ("age", Band(c)),
                    ("sex", c.Card?.Sex?.Code() ?? ""),
                    ("conclusion", c.Conclusion?.Code() ?? "not-assessed"),
                    ("step", c.State.Status.Code()),
                    ("risk", c.Risk?.Code() ?? "")
                ),
            Figures
        );
    }

    private static long[] Groups(IReadOnlyCollection<Case> c, bool withMigrants) =>
        [
            c.Count(InSituation),
            c.Count(x => InSituation(x) && x.Card?.Sex is Sex.Female),
            c.Count(x => InSituation(x) && x.Card?.Sex is Sex.Male),
            c.Count(x => InSituation(x) && x.Card?.Disability == true),
            .. withMigrants ? (long[])[c.Count(x => InSituation(x) && x.Card?.ParentsAbroad == true)] : [],
            c.Count(x => x.Conclusion is Conclusion.AtRisk),
            c.Count(x => x.Conclusion is null),
        ];

    /// <summary>A child with two causes is in two rows and once in the total.</summary>
    private (Dictionary<string, long[]>, long[]) Codes(string report, string by)
    {
        var coded = _situation
            .SelectMany(c =>
                report == "statuses"
                    ? Split(c.Card?.Statuses).Select(code => (Case: c, Code: code, By: "card"))
                    : Split(c.Card?.Causes)
                        .Select(code => (Case: c, Code: code, By: "card"))
                        .Concat(Split(c.Assessments.LastOrDefault()?.Causes).Select(code => (Case: c, Code: code, By: "assessment")))
            )
            .ToList();
        return Count(
            coded,
            c => by is "cause" or "legal-status" ? c.Code : KeyOfCase(by, c.Case),
            c =>
            {
                List<Case> Distinct(Func<string, bool> source) => [.. c.Where(x => source(x.By)).Select(x => x.Case).Distinct()];
                var groups = Groups(Distinct(_ => true), withMigrants: false);
                return report == "statuses"
                    ? groups
                    : [.. groups, Distinct(x => x == "card").Count(InSituation), Distinct(x => x == "assessment").Count(InSituation)];
            }
        );
    }

    private static string[] Split(string? codes) => codes?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private (Dictionary<string, long[]>, long[]) Measures(string by)
    {
        var measures =
            from m in _world.Of<MeasureFact>()
            let state = At(m.States)
            let plan = _world.Of<PlanFact>().SingleOrDefault(p => p.PlanId == m.PlanId)
            let inPlan = plan is null ? null : At(plan.States)
            where state is not null && inPlan is not null && inPlan.Status is not PlanStatus.Draft
            let ofCase = _cases.SingleOrDefault(c => c.Told.CaseId == plan.CaseId)
            where ofCase is not null && Here(ofCase.Place) && In(m.StartedOn)
            let running = state.Status is MeasureStatus.Planned or MeasureStatus.InProgress
            where !running || inPlan.Status is not PlanStatus.Superseded
            select (Told: m, State: state, Case: ofCase, Running: running);
        return Count(
            measures,
            m => Key(by, m.Case.Place, m.Told.StartedOn, ("body", m.State.Body), ("obstacle", m.State.Obstacle?.Code() ?? "")),
            m =>
                [
                    m.Count,
                    m.Count(x => x.State.Status is MeasureStatus.Done),
                    m.Count(x => x.State.Status is MeasureStatus.Done && x.State.DoneOn > x.State.DueOn),
                    m.Count(x => x.State.Status is MeasureStatus.NotPossible),
                    m.Count(x => x.Running && x.Case.IsOpen && x.State.DueOn < Looked),
                    m.Count(x => x.State.Status is MeasureStatus.Ended || (x.Running && !x.Case.IsOpen)),
                ]
        );
    }

    private (Dictionary<string, long[]>, long[]) Visits(string by)
    {
        var visits =
            from v in _world.Of<VisitFact>()
            let state = At(v.States)
            let ofCase = _cases.SingleOrDefault(c => c.Told.CaseId == v.CaseId)
            where state is not null && ofCase is not null && Here(ofCase.Place) && In(state.PlannedOn)
            // what was planned when the case ended is still owed
            let lapsed = state.MadeOn is null && (state.CalledOff || v.States[0].On < EndedOn(ofCase))
            select (State: state, Case: ofCase, Lapsed: lapsed);
        return Count(
            visits,
            v => Key(by, v.Case.Place, v.State.PlannedOn, ("finding", v.State.Finding?.Code() ?? "")),
            v =>
                [
                    v.Count,
                    v.Count(x => x.State.MadeOn is not null),
                    v.Count(x => x.State.MadeOn > x.State.PlannedOn),
                    v.Count(x => x.State.MadeOn is null && !x.Lapsed && x.State.PlannedOn < Looked),
                    v.Count(x => x.Lapsed),
                    v.Count(x => x.State.Finding is VisitFinding.Better),
                    v.Count(x => x.State.Finding is VisitFinding.Worse or VisitFinding.Danger),
                ]
        );
    }

    private DateOnly? EndedOn(Case c)
    {
        if (c.IsOpen)
            return null;
        return c.Told.States.Where(s => s.On <= _to).Reverse().TakeWhile(s => s.State.Status is CaseStatus.Closed).Last().On;
    }

    private (Dictionary<string, long[]>, long[]) Terms(string by) =>
        Count(
            _deadlines.Where(d => Here(d.Territory) && In(d.DueOn)),
            d => Key(by, d.Territory, d.DueOn, ("term", d.Step.Code()), ("responsible-body", _bodyOf(d.ResponsibleId))),
            d =>
                [
                    d.Count,
                    d.Count(x => x.MetOn <= x.DueOn && x.MetOn <= _to),
                    d.Count(x => x.MetOn > x.DueOn && x.MetOn <= _to),
                    d.Count(x => !(x.MetOn <= _to) && !(x.LapsedOn <= _to) && x.DueOn < Looked),
                    d.Count(x => x.LapsedOn <= _to),
                ]
        );

    private (Dictionary<string, long[]>, long[]) Exits(string by)
    {
        var exits =
            from e in _world.Of<ClosingFact>()
            let state = At(e.States)
            let ofCase = _cases.SingleOrDefault(c => c.Told.CaseId == e.CaseId)
            where state is { Status: ClosingStatus.Consented } && ofCase is not null && Here(ofCase.Place) && In(state.DecidedOn)
            let returned = _world.Of<ClosingFact>().Any(x => x.CaseId == e.CaseId && At(x.States) is { Status: ClosingStatus.Reopened })
            select (e.Ending, On: state.DecidedOn ?? default, ofCase.Place, Returned: returned);
        return Count(
            exits,
            e => Key(by, e.Place, e.On, ("ending", e.Ending.Code())),
            e => [e.Count, e.Count(x => x.Ending is Ending.LeftDifficultSituation), e.Count(x => x.Returned)]
        );
    }

    private static (Dictionary<string, long[]>, long[]) Count<T>(
        IEnumerable<T> rows,
        Func<T, string> key,
        Func<IReadOnlyCollection<T>, long[]> figures
    )
    {
        var all = rows.ToList();
        return (all.GroupBy(key).ToDictionary(g => g.Key, g => figures([.. g])), figures(all));
    }

    private static string Key(string by, string place, DateOnly day, params (string Code, string Value)[] others) =>
        by switch
        {
            "oblast" => place[..5],
            "district" => place[..8],
            "month" => $"{day:yyyy-MM}",
            _ => others.First(o => o.Code == by).Value,
        };

    private static string KeyOfCase(string by, Case c, params (string Code, string Value)[] others) =>
        by switch
        {
            "found-oblast" => c.Found[..5],
            "found-district" => c.Found[..8],
            _ => Key(by, c.Place, default, others),
        };

    private string Band(Case c) =>
        c.Card?.BirthDate is null
            ? ""
            : Age.On(c.Born!.Value, _to) switch
            {
                < 7 => "0-7",
                < 14 => "7-14",
                < 18 => "14-18",
                _ => "18",
            };

    private long Placed(Guid institution) =>
        _world
            .Of<PlacementFact>()
            .Where(p => p.InstitutionId == institution)
            .Select(p => At(p.States))
            .Count(p => p is not null && p.From <= _to && !(p.Until <= _to));
}
