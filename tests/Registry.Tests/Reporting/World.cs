using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Tests.Reporting;

/// <summary>An invented country of a few dozen children: what the modules tell of it, and its deadlines.</summary>
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

    /// <summary>How far each place reaches, by hand: the beginning of every code inside.</summary>
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
    private static readonly string[] SignalStates = ["New", "CardOpened", "Linked", "Unfounded"];
    private static readonly string[] CaseStates = ["InformationDue", "AssessmentDue", "PlanInForce", "Closed"];
    private static readonly string[] Causes = ["orphan", "violence", "labour", "neglect"];
    private static readonly string[] Statuses = ["orphan", "homeless", "without-care"];
    private static readonly string[] Risks = ["Low", "Medium", "High", "Critical"];
    private static readonly string[] Conclusions = ["Confirmed", "NotConfirmed", "Observed"];
    private static readonly string[] Bodies = ["social", "police", "health", "education"];
    private static readonly string[] MeasureStates = ["Planned", "InProgress", "Done", "NotPossible", "Dropped"];
    private static readonly string[] Obstacles = ["Refused", "NoService", "NoPlace", "Other"];
    private static readonly string[] Findings = ["Better", "Same", "Worse", "Danger"];
    private static readonly string[] Endings = ["LeftDifficultSituation", "TurnedEighteen", "Died"];
    private static readonly string[] ClosingStates = ["Requested", "Consented", "Refused", "Reopened"];
    private static readonly string[] Kinds = ["residential", "shelter", "rehabilitation"];
    private static readonly string[] Ownerships = ["State", "Municipal", "Private"];
    private static readonly StatutoryTerm[] Terms =
    [
        StatutoryTerm.EnterFoundChild,
        StatutoryTerm.ProcessReport,
        new("19.3", Step.Assess, 7),
        new("13b.4", Step.Visit, 22),
    ];

    private readonly Random _random;

    private World(int seed) => _random = new Random(seed);

    /// <summary>The last state of each row.</summary>
    public List<IFact> Facts { get; } = [];

    /// <summary>In the order in which they are told: mixed, some rows more than once, an earlier state before the last.</summary>
    public List<IFact> Told { get; } = [];
    public List<Deadline> Deadlines { get; } = [];

    public IEnumerable<T> Of<T>() => Facts.OfType<T>();

#pragma warning disable CA5394 // a repeatable world, no secret
    public static World Make(int seed, WorkingCalendar calendar, IReadOnlyList<Guid> specialists)
    {
        var world = new World(seed);
        world.Institutions();
        for (var i = world._random.Next(0, 30); i > 0; i--)
            world.Child(calendar, specialists);
        world.Tell();
        return world;
    }

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private T? Maybe<T>(IReadOnlyList<T> of)
        where T : class => _random.Next(4) == 0 ? null : One(of);

    private bool Chance(int of) => _random.Next(of) == 0;

    private DateOnly Day(int from = 2025, int years = 2) => new DateOnly(from, 1, 1).AddDays(_random.Next(365 * years));

    private DateOnly? MaybeDay() => Chance(2) ? Day() : null;

    private string Some(string[] of) => string.Join(',', of.Where(_ => Chance(2)));

    private void Institutions()
    {
        for (var i = _random.Next(0, 5); i > 0; i--)
            Facts.Add(new InstitutionFact(Ids.New(), One(Places), One(Kinds), One(Ownerships), _random.Next(0, 4), MaybeDay()));
    }

    private void Child(WorkingCalendar calendar, IReadOnlyList<Guid> specialists)
    {
        var child = Ids.New();
        for (var i = _random.Next(1, 3); i > 0; i--)
            Facts.Add(
                new SignalFact(
                    Ids.New(),
                    child,
                    One(Places),
                    Day(),
                    Chance(2) ? "ReportReceived" : "FoundBySpecialist",
                    Chance(6) ? "" : One(Channels),
                    One(SignalStates),
                    MaybeDay()
                )
            );
        if (!Chance(8))
            Facts.Add(
                new ChildFact(
                    child,
                    One(Places),
                    Maybe(["Female", "Male"]),
                    Chance(5) ? null : Day(2004, 22),
                    Chance(3) ? null : Chance(2),
                    Chance(4),
                    Some(Causes),
                    Some(Statuses),
                    Chance(3) ? 100 : _random.Next(101),
                    Day()
                )
            );
        for (var i = Chance(6) ? 2 : 1; i > 0; i--)
            Case(child);
        if (Facts.OfType<InstitutionFact>().ToList() is { Count: > 0 } institutions && Chance(2))
            Facts.Add(new PlacementFact(Ids.New(), child, Ids.New(), "Institution", One(institutions).InstitutionId, Day(), MaybeDay()));
        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            var about = new DeadlineSubject(Ids.New(), "1", child, One(Places), Chance(4) ? null : One(specialists));
            var deadline = Deadline.Start(One(Terms), calendar, Day(), about);
            if (Chance(2))
                deadline.Meet(deadline.DueOn.AddDays(_random.Next(-3, 4)));
            Deadlines.Add(deadline);
        }
    }

    private void Case(Guid child)
    {
        var id = Ids.New();
        Facts.Add(new CaseFact(id, child, $"{Facts.Count}", One(Places), One(Places), Day(), Day(), MaybeDay(), One(CaseStates)));
        for (var i = _random.Next(0, 3); i > 0; i--)
            Facts.Add(new AssessmentFact(Ids.New(), id, Day(), One(Risks), One(Conclusions)));
        for (var i = _random.Next(0, 3); i > 0; i--)
            Facts.Add(new ClosingFact(Ids.New(), id, child, One(Endings), One(ClosingStates), Day()));
        for (var i = _random.Next(0, 3); i > 0; i--)
        {
            var plan = Ids.New();
            Facts.Add(new PlanFact(plan, id, Day(), Chance(3)));
            for (var m = _random.Next(0, 4); m > 0; m--)
                Facts.Add(
                    new MeasureFact(
                        Ids.New(),
                        plan,
                        child,
                        One(Bodies),
                        One(MeasureStates),
                        Day(),
                        MaybeDay(),
                        MaybeDay(),
                        Maybe(Obstacles)
                    )
                );
        }
        for (var i = _random.Next(0, 3); i > 0; i--)
        {
            var made = MaybeDay();
            Facts.Add(new VisitFact(Ids.New(), id, child, Day(), made, made is null ? null : Maybe(Findings)));
        }
    }

    private void Tell()
    {
        var last = Facts.ToArray();
        _random.Shuffle(last);
        // an earlier state of some rows is told first, wherever it was and whatever it said
        foreach (var fact in last.Where(_ => Chance(3)))
            Told.Add(Earlier(fact));
        foreach (var fact in last)
        {
            Told.Add(fact);
            if (Chance(6))
                Told.Add(fact);
        }
    }

    private IFact Earlier(IFact fact) =>
        fact switch
        {
            SignalFact f => f with { Status = "New", Territory = One(Places) },
            ChildFact f => f with { Sex = null, Causes = Some(Causes), Completeness = 3 },
            CaseFact f => f with { Territory = One(Places), Status = "InformationDue", InformationOn = null },
            ClosingFact f => f with { Status = "Requested", DecidedOn = null },
            PlanFact f => f with { Superseded = false },
            MeasureFact f => f with { Status = "Planned", DoneOn = null, Obstacle = null },
            VisitFact f => f with { MadeOn = null, Finding = null },
            PlacementFact f => f with { Until = null },
            _ => fact,
        };
#pragma warning restore CA5394
}
