using System.Globalization;
using Registry.Basics;
using Registry.Contracts;

namespace Registry.ProtectionPlans.Model;

/// <summary>A rule of the plan: under which circumstances which measure, by what kind of body, in how many working days, on what ground [3].</summary>
/// <param name="When">Any of these groups of circumstances, each holding as a whole.</param>
/// <param name="Priority">1 at once, 2 soon, 3 in time.</param>
internal sealed record PlanRule(
    string Code,
    IReadOnlyList<IReadOnlyList<string>> When,
    string Need,
    int Priority,
    string Body,
    int WorkingDays,
    string Ground,
    LocalText Measure
)
{
    /// <summary>The circumstances that make the rule propose its measure; empty when it does not.</summary>
    public IReadOnlyList<string> Because(IReadOnlySet<string> circumstances) =>
        [.. When.Where(group => group.All(term => Circumstances.Holds(circumstances, term))).SelectMany(group => group).Distinct()];
}

/// <summary>A measure that the rules propose, with the circumstances it follows from.</summary>
internal sealed record Proposal(PlanRule Rule, IReadOnlyList<string> Because);

/// <summary>The rules in force: data of the repository, under a version that stays with every measure proposed by it.</summary>
internal sealed class RuleCatalog
{
    private const string Folder = "Registry.ProtectionPlans.Rules.Version1.";

    public int Version { get; init; } = 1;

    public IReadOnlyList<PlanRule> Rules { get; init; } =
    [
        .. Rows("rules.csv")
            .Select(r => new PlanRule(
                r[0],
                [.. r[1].Split('|').Select(group => group.Split('&'))],
                r[2],
                int.Parse(r[3], CultureInfo.InvariantCulture),
                r[4],
                int.Parse(r[5], CultureInfo.InvariantCulture),
                r[6],
                new(r[7], r[8], r[9])
            )),
    ];

    /// <summary>Goal of each need.</summary>
    public IReadOnlyDictionary<string, LocalText> Goals { get; init; } = Texts("goals.csv");

    /// <summary>Legal grounds.</summary>
    public IReadOnlyDictionary<string, LocalText> Grounds { get; init; } = Texts("grounds.csv");

    public PlanRule? Find(string? code) => Rules.FirstOrDefault(r => r.Code == code);

    /// <summary>The measures for the circumstances, most urgent first. The same circumstances always give the same result.</summary>
    public IReadOnlyList<Proposal> Propose(IReadOnlySet<string> circumstances) =>
        [
            .. Rules
                .Select(rule => new Proposal(rule, rule.Because(circumstances)))
                .Where(p => p.Because.Count > 0)
                .OrderBy(p => p.Rule.Priority)
                .ThenBy(p => p.Rule.WorkingDays)
                .ThenBy(p => p.Rule.Code, StringComparer.Ordinal),
        ];

    private static Dictionary<string, LocalText> Texts(string name) =>
        Rows(name).ToDictionary(r => r[0], r => new LocalText(r[1], r[2], r[3]));

    private static List<string[]> Rows(string name) => EmbeddedRows.Of(typeof(RuleCatalog).Assembly, Folder + name);
}
