using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <summary>Which tests reach which mutants; the tests that have least to do with other code come first.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<int, List<Covered>> _reaching = [];
    private readonly Dictionary<int, Mutant> _mutants;
    private readonly ILookup<string, int> _rulesOfFolder;

    public Coverage(IReadOnlyList<Mutant> mutants, IReadOnlyList<Covered> tests)
    {
        _mutants = mutants.ToDictionary(m => m.Index);
        _rulesOfFolder = mutants.Where(m => m.SetUp).ToLookup(m => Path.GetDirectoryName(m.File)!, m => m.Index);
        foreach (var test in tests.Where(t => t.Passed))
        foreach (var mutant in test.Reaches)
            (_reaching.TryGetValue(mutant, out var others) ? others : _reaching[mutant] = []).Add(test);
    }

    public IReadOnlyList<string> TestsOf(Mutant mutant)
    {
        IEnumerable<Covered> reaching = _reaching.GetValueOrDefault(mutant.Index, []);
        // rules that several validators share run when the first of them is set up: every test that their folder's rules judge
        if (mutant.SetUp)
            reaching = reaching.Concat(
                _rulesOfFolder[Path.GetDirectoryName(mutant.File)!].SelectMany(i => _reaching.GetValueOrDefault(i, [])).Distinct()
            );
        var useCase = Path.GetFileNameWithoutExtension(mutant.File);
        return
        [
            .. reaching
                .DistinctBy(t => t.Test)
                .OrderByDescending(t => Closeness(t, mutant, useCase) / (1 + t.Seconds))
                .ThenBy(t => t.Test, StringComparer.Ordinal)
                .Select(t => t.Test),
        ];
    }

    /// <summary>The share of what a test reaches that lies in the mutant's file, more when the test bears its name.</summary>
    private double Closeness(Covered test, Mutant mutant, string useCase)
    {
        var here = test.Reaches.Count(i => _mutants.TryGetValue(i, out var other) && other.File == mutant.File);
        return (double)here / test.Reaches.Length + (test.Class.EndsWith($".{useCase}Tests", StringComparison.Ordinal) ? 1 : 0);
    }
}
