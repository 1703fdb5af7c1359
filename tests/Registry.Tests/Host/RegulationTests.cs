using System.Reflection;
using System.Text;

namespace Registry.Tests.Host;

/// <summary>docs/regulation.md: clause, place, tests. Generated from docs/clauses.csv and the tests' clause tags; UPDATE_DOCS=1 writes it.</summary>
public sealed class RegulationTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private sealed record Line(string Clause, string Text, string Place)
    {
        /// <summary>A dash: the clause is descriptive and not binding.</summary>
        public bool IsBuilt => Place is not ("" or "-");
    }

    private static List<Line> Lines =>
        [.. File.ReadLines(Path.Combine(Docs, "clauses.csv")).Skip(1).Select(l => l.Split(';')).Select(c => new Line(c[0], c[1], c[2]))];

    private static ILookup<string, string> TestsByClause =>
        typeof(RegulationTests)
            .Assembly.GetTypes()
            .SelectMany(t =>
                t.GetCustomAttributes<ClauseAttribute>()
                    .SelectMany(a => a.Clauses)
                    .Select(c => (c, t.Name))
                    .Concat(
                        t.GetMethods()
                            .SelectMany(m =>
                                m.GetCustomAttributes<ClauseAttribute>().SelectMany(a => a.Clauses).Select(c => (c, $"{t.Name}.{m.Name}"))
                            )
                    )
            )
            .ToLookup(p => p.Item1, p => p.Item2);

    [Fact]
    public void Every_clause_that_is_built_has_a_test_and_a_place_that_exists()
    {
        var tests = TestsByClause;
        Assert.True(Lines.Count > 60);
        Assert.Equal([], Lines.Where(l => l.IsBuilt && !tests[l.Clause].Any()).Select(l => l.Clause).ToList());
        Assert.Equal(
            [],
            Lines
                .Where(l => l.IsBuilt)
                .SelectMany(l => l.Place.Split(", ", StringSplitOptions.RemoveEmptyEntries))
                .Where(p => !Path.Exists(Path.Combine(Repository.Root, p)))
                .ToList()
        );
    }

    [Fact]
    public void No_test_names_a_clause_that_the_regulation_does_not_have() =>
        Assert.Empty(TestsByClause.Select(t => t.Key).Except(Lines.Select(l => l.Clause)));

    [Fact]
    public void The_coverage_table_is_true()
    {
        var table = Table();
        var file = Path.Combine(Docs, "regulation.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, table);
        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == table,
            "docs/regulation.md is stale: run UPDATE_DOCS=1 dotnet test --filter RegulationTests"
        );
    }

    private static string Table()
    {
        var tests = TestsByClause;
        var text = new StringBuilder(
            "# Where each clause of the regulation lives\n\nMade from docs/clauses.csv and the tests' `[Clause]` tags. An empty place: not built yet, see docs/roadmap.md; a dash: the clause describes and binds nobody.\n\n| clause | what it asks | place | shown by |\n|---|---|---|---|\n"
        );
        foreach (var line in Lines)
            text.Append(
                $"| {line.Clause} | {line.Text} | {(line.IsBuilt ? string.Join("<br>", line.Place.Split(", ").Select(p => $"[{p.Split('/')[^1]}](../{p})")) : line.Place)} | {string.Join("<br>", line.IsBuilt ? tests[line.Clause].Distinct().Order(StringComparer.Ordinal) : [])} |\n"
            );
        return text.ToString();
    }
}
