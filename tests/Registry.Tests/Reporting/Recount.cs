using Registry.Contracts;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Tests.Reporting;

/// <summary>Every report counted by hand over what was told, with nothing of the code that counts in the database.</summary>
internal sealed class Recount(World world, DateOnly from, DateOnly to, DateOnly today, string within, Func<Guid?, string> bodyOf)
{
    private sealed record Case(CaseFact Told, ChildFact? Child, AssessmentFact? Last, ClosingFact? Ending, int Returns)
    {
        public string Place => Told.Territory;
    }

    private readonly List<Case> _cases =
    [
        .. world
            .Of<CaseFact>()
            .Select(c => new Case(
                c,
                world.Of<ChildFact>().FirstOrDefault(x => x.ChildId == c.ChildId),
                world.Of<AssessmentFact>().Where(a => a.CaseId == c.CaseId).MaxBy(a => (a.CompletedOn, Id(a.AssessmentId))),
                world
                    .Of<ClosingFact>()
                    .Where(x => x.CaseId == c.CaseId && x.Status == "Consented")
                    .MaxBy(x => (x.DecidedOn, Id(x.ClosingId))),
                world.Of<ClosingFact>().Count(x => x.CaseId == c.CaseId && x.Status == "Reopened")
            )),
    ];

    private static string Id(Guid id) => id.ToString("D");

    private bool Here(string place) => place.StartsWith(within, StringComparison.Ordinal);

    private bool In(DateOnly? day) => day >= from && day <= to;

    private DateOnly Looked => to < today ? to : today;

    private bool Situation(Case c) =>
        Here(c.Place) && c.Told.OpenedOn <= to && !(c.Ending?.DecidedOn <= to) && c.Last?.Conclusion != "NotConfirmed";

    /// <returns>The rows by key, and the total.</returns>
    public (Dictionary<string, long[]> Rows, long[] Total) Of(string report, string by) =>
        report switch
        {
            "found" => Count(
                world.Of<SignalFact>().Where(s => Here(s.Territory) && In(s.FoundOn)),
                s => Key(by, s.Territory, s.FoundOn, ("channel", s.Channel), ("source", s.Source)),
                s =>
                    [
                        s.Select(x => x.ChildId).Distinct().Count(),
                        s.Count(),
                        s.Count(x => x.Status is "CardOpened" or "Linked"),
                        s.Count(x => x.Status == "New"),
                        s.Count(x => x.Status == "Unfounded"),
                    ]
            ),
            "children" => Count(
                _cases.Where(Situation),
                c =>
                    Key(
                        by,
                        c.Place,
                        default,
                        ("age", Band(c.Child?.BirthDate)),
                        ("sex", c.Child?.Sex ?? ""),
                        ("step", c.Told.Status),
                        ("risk", c.Last?.Risk ?? "")
                    ),
                c =>
                    [
                        c.Count(),
                        c.Count(x => x.Child?.Sex == "Female"),
                        c.Count(x => x.Child?.Sex == "Male"),
                        c.Count(x => x.Child?.Disability == true),
                        c.Count(x => x.Child?.ParentsAbroad == true),
                        c.Count(x => x.Last?.Risk is "High" or "Critical"),
                    ]
            ),
            "causes" or "statuses" => Codes(report == "causes" ? c => c.Causes : c => c.Statuses),
            "measures" => Count(
                world.Of<MeasureFact>().Where(m => Here(PlaceOf(m)) && In(m.StartedOn) && IsCounted(m)),
                m => Key(by, PlaceOf(m), m.StartedOn ?? default, ("body", m.Body), ("obstacle", m.Obstacle ?? "")),
                m =>
                    [
                        m.Count(),
                        m.Count(x => x.Status == "Done"),
                        m.Count(x => x.Status == "Done" && x.DoneOn > x.DueOn),
                        m.Count(x => x.Status == "NotPossible"),
                        m.Count(x => x.DoneOn is null && x.DueOn < Looked),
                    ]
            ),
            "monitoring" => Count(
                world.Of<VisitFact>().Where(v => Here(PlaceOf(v)) && In(v.PlannedOn)),
                v => Key(by, PlaceOf(v), v.PlannedOn, ("finding", v.Finding ?? "")),
                v =>
                    [
                        v.Count(),
                        v.Count(x => x.MadeOn is not null),
                        v.Count(x => x.MadeOn > x.PlannedOn),
                        v.Count(x => x.MadeOn is null && x.PlannedOn < Looked),
                        v.Count(x => x.Finding == "Better"),
                        v.Count(x => x.Finding is "Worse" or "Danger"),
                    ]
            ),
            "terms" => Count(
                world.Deadlines.Where(d => Here(d.Territory) && In(d.DueOn)),
                d => Key(by, d.Territory, d.DueOn, ("term", d.Step.Code()), ("responsible-body", bodyOf(d.ResponsibleId))),
                d =>
                    [
                        d.Count(),
                        d.Count(x => x.MetOn <= x.DueOn),
                        d.Count(x => x.MetOn > x.DueOn),
                        d.Count(x => x.MetOn is null && x.LapsedOn is null && x.DueOn < Looked),
                    ]
            ),
            "exits" => Count(
                _cases.Where(c => Here(c.Place) && In(c.Ending?.DecidedOn)),
                c => Key(by, c.Place, c.Ending!.DecidedOn ?? default, ("ending", c.Ending.Ending)),
                c => [c.Count(), c.Count(x => x.Ending!.Ending == "LeftDifficultSituation"), c.Count(x => x.Returns > 0)]
            ),
            "quality" => Count(
                _cases.Where(Situation),
                c => Key(by, c.Place, default, ("step", c.Told.Status)),
                c =>
                    [
                        c.Count(),
                        c.Count(x => x.Child?.Completeness == 100),
                        c.Any() ? (long)Math.Round(c.Average(x => x.Child?.Completeness ?? 0), MidpointRounding.AwayFromZero) : 0,
                        c.Count(x => x.Child?.ChangedOn < to.AddMonths(-6)),
                    ]
            ),
            "institutions" => Count(
                world.Of<InstitutionFact>().Where(i => Here(i.Territory) && !(i.ClosedOn <= to)),
                i => Key(by, i.Territory, default, ("institution-kind", i.Kind), ("ownership", i.Ownership)),
                i => [i.Count(), i.Sum(x => x.Capacity), i.Sum(Placed), i.Count(x => Placed(x) >= x.Capacity)]
            ),
            _ => throw new NotSupportedException(report),
        };

    /// <summary>A child with two causes stands in two rows and once in the total.</summary>
    private (Dictionary<string, long[]>, long[]) Codes(Func<ChildFact, string> codes)
    {
        var coded = _cases
            .Where(c => Situation(c) && c.Child is not null)
            .SelectMany(c => codes(c.Child!).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => (Case: c, Code: code)))
            .ToList();
        return Count(
            coded,
            c => c.Code,
            c =>
            {
                var cases = c.Select(x => x.Case).Distinct().ToList();
                return
                [
                    cases.Count,
                    cases.Count(x => x.Child!.Sex == "Female"),
                    cases.Count(x => x.Child!.Sex == "Male"),
                    cases.Count(x => x.Child!.Disability == true),
                ];
            }
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

    private string Band(DateOnly? born)
    {
        if (born is not { } b)
            return "";
        return Age.On(b, to) switch
        {
            < 7 => "0-7",
            < 14 => "7-14",
            < 18 => "14-18",
            _ => "18",
        };
    }

    private bool IsCounted(MeasureFact m) =>
        m.Status is not ("Planned" or "InProgress") || !world.Of<PlanFact>().Single(p => p.PlanId == m.PlanId).Superseded;

    private string PlaceOf(MeasureFact m)
    {
        var plan = world.Of<PlanFact>().Single(p => p.PlanId == m.PlanId);
        return world.Of<CaseFact>().Single(c => c.CaseId == plan.CaseId).Territory;
    }

    private string PlaceOf(VisitFact v) => world.Of<CaseFact>().Single(c => c.CaseId == v.CaseId).Territory;

    private long Placed(InstitutionFact i) =>
        world.Of<PlacementFact>().Count(p => p.InstitutionId == i.InstitutionId && p.From <= to && !(p.Until <= to));
}
