namespace Registry.Mutants;

/// <summary>All mutants of the sources, and a draw of some of them.</summary>
internal sealed record Source(string Root, IReadOnlyList<Mutant> Mutants, IReadOnlyDictionary<string, string> Files)
{
    /// <param name="without">Ids of mutants that do not compile.</param>
    public static Source Read(string root, IReadOnlySet<string> without)
    {
        var (mutants, files) = (new List<Mutant>(), new Dictionary<string, string>());
        var areas = Areas.Files(root).ToList();
        foreach (var file in areas.Union(NamedMutant.All.Select(n => n.File)))
        {
            var (tree, found) = Schemata.Of(
                file,
                File.ReadAllText(Path.Combine(root, file)),
                mutants.Count,
                without,
                NamedMutant.All,
                namedOnly: !areas.Contains(file)
            );
            mutants.AddRange(found);
            files[file] = tree.ToFullString();
        }
        return new(root, mutants, files);
    }

    /// <summary>The same seed draws the same mutants from the same sources, regardless of file order.</summary>
    public IReadOnlyList<Mutant> Draw(int seed, int count, IReadOnlySet<string> without)
    {
        var random = new Random(seed);
        var pool = Mutants.Where(m => !without.Contains(m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal).ToArray();
        random.Shuffle(pool);
        return pool[..Math.Min(count, pool.Length)];
    }
}
