using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <summary>Which tests reach which mutants, the smallest first.</summary>
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
        // shared rules run when the first of their validators is set up: use every test that the rules of their folder judge
        if (mutant.SetUp)
            reaching = reaching.Concat(
                _rulesOfFolder[Path.GetDirectoryName(mutant.File)!].SelectMany(i => _reaching.GetValueOrDefault(i, [])).Distinct()
            );
        // tests of the form itself come before tests of its neighbors only
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

    /// <summary>A test that builds every validator from scratch: it judges their rules without a separate process.</summary>
    public IReadOnlyList<string> BuildsRules(IReadOnlyList<string> tests) => [.. tests.Where(_buildRules.Contains)];

    /// <summary>A small test that reaches the mutant was probably written for it, and costs little.</summary>
    private static double Cost(Covered test) => test.Reaches.Length * (0.3 + test.Seconds);
}
