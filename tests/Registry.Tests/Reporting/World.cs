using Registry.Basics;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Tests.Reporting;

/// <summary>An invented country of a few dozen children: what the modules publish about it day by day, and its deadlines.</summary>
internal sealed class World
{
    public static readonly string[] Places =
    [
        "41702205000000",
        "41702210000000",
        "41702410000010",
        "41708203000000",
        "41708206000000",
        "41711000000000",
        "41702205490010", // a town of the first rayon
        "41702205990000", // an aiyl aimak of it
        "41702205990010", // a village of the aimak
    ];

    /// <summary>The extent of each place, by hand: the prefix of every code inside.</summary>
    public static readonly string[] Reaches =
    [
        "41702205",
        "41702210",
        "41702410",
        "41708203",
        "41708206",
        "41711",
        "41702205490010",
        "41702205990",
        "41702205990010",
    ];
    private static readonly string[] Channels = ["school", "police", "helpline", "neighbour"];
    private static readonly SignalStatus[] Processed = [SignalStatus.CardOpened, SignalStatus.Linked, SignalStatus.Unfounded];
    private static readonly CaseStatus[] CaseStates =
    [
        CaseStatus.InformationEntered,
        CaseStatus.Assessed,
        CaseStatus.PlanInForce,
        CaseStatus.Closed,
    ];
    private static readonly string[] Causes = ["orphan", "violence", "labour", "neglect"];
    private static readonly string[] Statuses = ["orphan", "homeless", "without-care"];
    private static readonly Risk[] Risks = Enum.GetValues<Risk>();
    private static readonly Conclusion[] Conclusions = Enum.GetValues<Conclusion>();
    private static readonly string[] Bodies = ["social", "police", "health", "education"];
    private static readonly PlanStatus[] PlanStates = [PlanStatus.Draft, PlanStatus.InForce, PlanStatus.InForce, PlanStatus.Superseded];
    private static readonly MeasureStatus[] MeasureStates = Enum.GetValues<MeasureStatus>();
    private static readonly MeasureObstacle[] Obstacles = Enum.GetValues<MeasureObstacle>();
    private static readonly VisitFinding[] Findings = Enum.GetValues<VisitFinding>();
    private static readonly Ending[] Endings = Enum.GetValues<Ending>();
    private static readonly ClosingStatus[] ClosingStates = Enum.GetValues<ClosingStatus>();
    private static readonly InstitutionKind[] Kinds = Enum.GetValues<InstitutionKind>();
    private static readonly Ownership[] Ownerships = Enum.GetValues<Ownership>();
    private static readonly StatutoryTerm[] Terms =
    [
        StatutoryTerm.EnterFoundChild,
        StatutoryTerm.ProcessReport,
        new("19.3", Step.Assess, 7),
        new("13b.4", Step.Visit, 22),
    ];

    /// <summary>A step that is owed, and the day on which it was done or lapsed.</summary>
    private sealed record Owed(StatutoryTerm Term, DateOnly StartedOn, DeadlineSubject About, DateOnly? MetOn, DateOnly? LapsedOn);

    private readonly Random _random;
    private readonly List<Owed> _owed = [];

    private World(int seed) => _random = new Random(seed);

    /// <summary>Everything ever published about each row.</summary>
    public List<IFact> Facts { get; private init; } = [];

    /// <summary>In publishing order: shuffled, some rows more than once, with a part of their history before the whole.</summary>
    public List<IFact> Told { get; } = [];

    public IEnumerable<T> Of<T>() => Facts.OfType<T>();

#pragma warning disable CA5394 // a repeatable world, not a secret
    public static World Make(int seed, IReadOnlyList<Guid> specialists)
    {
        var world = new World(seed);
        world.Institutions();
        for (var i = world._random.Next(0, 30); i > 0; i--)
            world.Child(specialists);
        world.Tell();
        return world;
    }

    /// <summary>The same world as known on a day, except that errors are corrected already.</summary>
    public World KnownOn(DateOnly day)
    {
        var known = new World(0) { Facts = [.. Facts.Select(f => KnownOn(f, day)).OfType<IFact>()] };
        known._owed.AddRange(_owed.Where(o => o.StartedOn <= day));
        known.Tell();
        return known;
    }

    public List<Deadline> Deadlines(WorkingCalendar calendar, DateOnly until) =>
        [
            .. _owed.Select(owed =>
            {
                var deadline = Deadline.Start(owed.Term, calendar, owed.StartedOn, owed.About);
                if (owed.MetOn is { } met && met <= until)
                    deadline.Meet(met);
                if (owed.LapsedOn is { } lapsed && lapsed <= until)
                    deadline.Lapse(LapseReason.CaseEnded, lapsed);
                return deadline;
            }),
        ];

    private static IFact? KnownOn(IFact fact, DateOnly day) =>
        fact switch
        {
            SignalFact f when f.RegisteredOn <= day => f with { Found = [f.Found[^1]], States = Until(f.States, day) },
            ChildFact f when f.States[0].On <= day => f with
            {
                States =
                [
                    .. Until(f.States, day)
                        .Select(s =>
                            s.State.BirthDate is null
                                ? s
                                : s with
                                {
                                    State = s.State with { BirthDate = f.States.Last(x => x.State.BirthDate is not null).State.BirthDate },
                                }
                        ),
                ],
            },
            CaseFact f when f.States[0].On <= day && f.States[^1].State.Status is not CaseStatus.Voided => f with
            {
                Found = [f.Found[^1]],
                States = [.. Until(f.States, day).Where(s => s.State.Status is not CaseStatus.Voided)],
            },
            AssessmentFact f when f.CompletedOn <= day => f,
            PlanFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            ClosingFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            MeasureFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            VisitFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            PlacementFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            InstitutionFact f when f.States[0].On <= day => f with { States = Until(f.States, day) },
            _ => null,
        };

    private static IReadOnlyList<Since<T>> Until<T>(IReadOnlyList<Since<T>> states, DateOnly day) => [.. states.Where(s => s.On <= day)];

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private T? Maybe<T>(IReadOnlyList<T> of)
        where T : struct => _random.Next(4) == 0 ? null : One(of);

    private bool Chance(int of) => _random.Next(of) == 0;

    private DateOnly Day(int from = 2025, int years = 2) => new DateOnly(from, 1, 1).AddDays(_random.Next(365 * years));

    private DateOnly? MaybeDay() => Chance(2) ? Day() : null;

    private string Some(string[] of) => string.Join(',', of.Where(_ => Chance(2)));

    /// <summary>One to four states, each from a later day on.</summary>
    private List<Since<T>> Over<T>(Func<int, T> state, int most = 4)
    {
        var days = Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Day()).Distinct().Order().ToList();
        return [.. days.Select((day, at) => new Since<T>(day, state(at)))];
    }

    /// <summary>Some are voided, and for some the voiding is withdrawn.</summary>
    private void Void<T>(List<Since<T>> states, Func<T, T> voided)
    {
        var at = Chance(3) ? 1 : states.Count - 1;
        if (at > 0 && at < states.Count && Chance(6))
            states[at] = states[at] with { State = voided(states[at].State) };
    }

    private void Institutions()
    {
        for (var i = _random.Next(0, 5); i > 0; i--)
            Facts.Add(
                new InstitutionFact(
                    Ids.New(),
                    Over(_ => new InstitutionState(One(Places), One(Kinds), One(Ownerships), _random.Next(0, 4), MaybeDay()), 2)
                )
            );
    }

    private void Child(IReadOnlyList<Guid> specialists)
    {
        var child = Ids.New();
        for (var i = _random.Next(1, 3); i > 0; i--)
            Signal(child);
        if (!Chance(8))
        {
            var born =
                Chance(5) ? (DateOnly?)null
                : Chance(6) ? new(2008, 2, 29)
                : Day(2004, 22);
            Facts.Add(
                new ChildFact(
                    child,
                    Over(_ =>
                        Card(
                            Chance(6) ? null
                            : born is null || Chance(8) ? Day(2004, 22)
                            : born
                        )
                    )
                )
            );
        }
        for (var i = Chance(4) ? 2 : 1; i > 0; i--)
            Case(child);
        if (Facts.OfType<InstitutionFact>().ToList() is { Count: > 0 } institutions && Chance(2))
        {
            var from = Day();
            Facts.Add(
                new PlacementFact(
                    Ids.New(),
                    child,
                    Ids.New(),
                    PlacementKind.Institution,
                    One(institutions).InstitutionId,
                    Over(at => new PlacementState(from, at == 0 ? null : from.AddDays(_random.Next(100))), 2)
                )
            );
        }
        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            var about = new DeadlineSubject(Ids.New(), "1", child, One(Places), Chance(4) ? null : One(specialists));
            var started = Day();
            var ended = started.AddDays(_random.Next(0, 40));
            var how = _random.Next(4);
            _owed.Add(new(One(Terms), started, about, how < 2 ? ended : null, how == 2 ? ended : null));
        }
    }

    private CardState Card(DateOnly? born) =>
        new(
            Maybe([Sex.Female, Sex.Male]),
            born,
            Chance(3) ? null : Chance(2),
            Chance(4),
            Some(Causes),
            Some(Statuses),
            Chance(3) ? 100 : _random.Next(101),
            Day()
        );

    private void Signal(Guid child)
    {
        var states = Over(at => new SignalState(at == 0 ? SignalStatus.New : One(Processed), Chance(5) ? Ids.New() : child), 3);
        // in the Base on the day of the finding: what is entered later is still counted, and reported as late
        var found = Over(_ => new SignalFound(states[0].On.AddDays(Chance(5) ? _random.Next(60) : 0), One(Places)), Chance(5) ? 2 : 1);
        Facts.Add(
            new SignalFact(
                Ids.New(),
                states[0].On,
                Chance(2) ? SignalSource.ReportReceived : SignalSource.FoundBySpecialist,
                Chance(6) ? "" : One(Channels),
                found,
                states
            )
        );
    }

    private void Case(Guid child)
    {
        var id = Ids.New();
        var states = Over(at => new CaseState(at == 0 ? CaseStatus.Opened : One(CaseStates), One(Places)), 5);
        Void(states, s => s with { Status = CaseStatus.Voided });
        var found = Over(_ => new CaseFound(child, Day(), One(Places)), Chance(5) ? 2 : 1);
        Facts.Add(new CaseFact(id, $"{Facts.Count}", states[0].On, MaybeDay(), found, states));
        for (var i = _random.Next(0, 3); i > 0; i--)
            Facts.Add(new AssessmentFact(Ids.New(), id, Day(), One(Risks), One(Conclusions), Some(Causes)));
        for (var i = _random.Next(0, 3); i > 0; i--)
            Facts.Add(
                new ClosingFact(
                    Ids.New(),
                    id,
                    child,
                    One(Endings),
                    Over(at => new ClosingState(at == 0 ? ClosingStatus.Requested : One(ClosingStates), Day()), 3)
                )
            );
        for (var i = _random.Next(0, 3); i > 0; i--)
        {
            var plan = Ids.New();
            Facts.Add(new PlanFact(plan, id, Over(_ => new PlanState(One(PlanStates)))));
            for (var m = _random.Next(0, 4); m > 0; m--)
                Facts.Add(
                    new MeasureFact(
                        Ids.New(),
                        plan,
                        child,
                        Day(),
                        Over(_ => new MeasureState(One(Bodies), One(MeasureStates), MaybeDay(), MaybeDay(), Maybe(Obstacles)), 3)
                    )
                );
        }
        for (var i = _random.Next(0, 3); i > 0; i--)
        {
            var planned = Day();
            Facts.Add(
                new VisitFact(
                    Ids.New(),
                    id,
                    child,
                    Over(
                        at =>
                            at == 0 || Chance(4)
                                ? new VisitState(planned, null, null, Chance(4))
                                : new VisitState(planned, Day(), Maybe(Findings)),
                        2
                    )
                )
            );
        }
    }

    private void Tell()
    {
        var last = Facts.ToArray();
        _random.Shuffle(last);
        // for some rows the beginning is published first, wherever it is among the others
        foreach (var fact in last.Where(_ => Chance(3)))
            Told.Add(Beginning(fact));
        foreach (var fact in last)
        {
            Told.Add(fact);
            if (Chance(6))
                Told.Add(fact);
        }
    }

    private static IFact Beginning(IFact fact) =>
        fact switch
        {
            SignalFact f => f with { States = [f.States[0]], Found = [f.Found[0]] },
            ChildFact f => f with { States = [f.States[0]] },
            CaseFact f => f with
            {
                States = [f.States[0]],
                Found = [f.Found[0] with { State = f.Found[0].State with { ChildId = Ids.New() } }],
            },
            ClosingFact f => f with { States = [f.States[0]] },
            PlanFact f => f with { States = [f.States[0]] },
            MeasureFact f => f with { States = [f.States[0]] },
            VisitFact f => f with { States = [f.States[0]] },
            PlacementFact f => f with { States = [f.States[0]] },
            InstitutionFact f => f with { States = [f.States[0]] },
            _ => fact,
        };
#pragma warning restore CA5394
}
