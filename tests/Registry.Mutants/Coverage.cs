using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <summary>Which tests reach which mutants; the smallest come first.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<int, List<Covered>> _reaching = [];
    private readonly ILookup<string, int> _rulesOfFolder;
    private readonly HashSet<string> _buildRules;

    public Coverage(IReadOnlyList<Mutant> mutants, IReadOnlyList<Covered> tests)
    {
        _buildRules = tests
            .Where(t => t.Passed && t.Class.EndsWith(".RulesTests", StringComparison.Ordinal))
            .Select(t => t.Test)
            .ToHashSet();
        _rulesOfFolder = mutants.Where(m => m.SetUp).ToLookup(m => Path.GetDirectoryName(m.File)!, m => m.Index);
        foreach (var test in tests.Where(t => t.Passed))
        foreach (var mutant in test.Reaches)
            (_reaching.TryGetValue(mutant, out var others) ? others : _reaching[mutant] = []).Add(test);
    }

    public IReadOnlyList<string> TestsOf(Mutant mutant)
    {
        var itself = _reaching.GetValueOrDefault(mutant.Index, []);
        IEnumerable<Covered> reaching = itself;
        // rules that several validators share run when the first of them is set up: every test that their folder's rules judge
        if (mutant.SetUp)
            reaching = reaching.Concat(
                _rulesOfFolder[Path.GetDirectoryName(mutant.File)!].SelectMany(i => _reaching.GetValueOrDefault(i, [])).Distinct()
            );
        // what asks of the form itself comes before what only asks of its neighbours
        var asking = itself.Select(t => t.Test).ToHashSet();
        return
        [
            .. reaching
                .DistinctBy(t => t.Test)
                .OrderBy(t => asking.Contains(t.Test) ? 0 : 1)
                .ThenBy(Cost)
                .ThenBy(t => t.Test, StringComparer.Ordinal)
                .Select(t => t.Test),
        ];
    }

    /// <summary>A test that builds every validator anew: it judges their rules without a process of its own.</summary>
    public IReadOnlyList<string> BuildsRules(IReadOnlyList<string> tests) => [.. tests.Where(_buildRules.Contains)];

    /// <summary>A small test that reaches the mutant at all was written for it, and costs little.</summary>
    private static double Cost(Covered test) => test.Reaches.Length * (0.3 + test.Seconds);
}
