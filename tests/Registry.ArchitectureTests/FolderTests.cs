namespace Registry.ArchitectureTests;

/// <summary>
/// Folders are layers: a folder never depends on one that depends on it. In a module, use cases know the model and helpers below it, never each other
/// (docs/adr/0053).
/// </summary>
public sealed class FolderTests
{
    public static TheoryData<string> Assemblies => [.. Ours()];

    private static IEnumerable<string> Ours() =>
        Directory
            .GetFiles(AppContext.BaseDirectory, "Registry.*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n != "Registry.ArchitectureTests")
            .Order(StringComparer.Ordinal);

    private static TypeGraph GraphOf(string assembly) => new(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    [Fact]
    public void Every_project_is_looked_at() => Assert.Equal(12, Ours().Count());

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_folders_depend_on_each_other(string assembly) =>
        Assert.Empty(GraphOf(assembly).Cycles().SelectMany(c => c.Ties.Prepend($"{string.Join(", ", c.Namespaces)}:")));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_namespace_says_where_its_file_lies(string assembly)
    {
        var project = Directory
            .GetFiles(Path.Combine(Tree.Root, "src"), $"{assembly}.csproj", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!)
            .Single();
        var astray =
            from file in Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!)
            where folder.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
            let expected = folder is "." ? assembly : $"{assembly}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
            let declared = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
            where declared is not null && declared["namespace ".Length..].TrimEnd(';', ' ') != expected
            select $"{Path.GetRelativePath(project, file)}: {declared}";
        Assert.Empty(astray);
    }

    /// <summary>What one use case needs of another belongs in the model.</summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Use_cases_of_different_folders_never_call_each_other(string assembly)
    {
        var graph = GraphOf(assembly);
        var useCases = graph.Types.Where(t => t.EndsWith("Endpoint", StringComparison.Ordinal)).Select(graph.NamespaceOf).ToHashSet();
        Assert.Empty(
            graph
                .Across.Where(u => useCases.Contains(graph.NamespaceOf(u.To)) && graph.NamespaceOf(u.From) != assembly)
                .Select(u => $"{u.From} -> {u.To}")
        );
    }
}
