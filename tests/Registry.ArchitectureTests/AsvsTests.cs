using System.Globalization;
using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>The tables of OWASP's ASVS 5.0 in docs/security.md are complete, and what they name exists.</summary>
public sealed partial class AsvsTests
{
    private const string Heading = "## ASVS 5.0, levels 1 and 2";
    private const string Security = "docs/security.md";
    private const int OfLevel1 = 70;
    private const int OfLevel2 = 183;
    private const int MostPartly = 15;

    /// <summary>Every requirement of version 5.0.0 at levels 1 and 2, one line per chapter.</summary>
    private static readonly string[] Chapters =
    [
        "1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2",
        "2.1.1-3 2.2.1-3 2.3.1-4 2.4.1",
        "3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2",
        "4.1.1-3 4.2.1 4.3.1-2 4.4.1-4",
        "5.1.1 5.2.1-3 5.3.1-2 5.4.1-3",
        "6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4",
        "7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2",
        "8.1.1-2 8.2.1-3 8.3.1 8.4.1",
        "9.1.1-3 9.2.1-4",
        "10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3",
        "11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1",
        "12.1.1-3 12.2.1-2 12.3.1-4",
        "13.1.1 13.2.1-5 13.3.1-2 13.4.1-5",
        "14.1.1-2 14.2.1-4 14.3.1-3",
        "15.1.1-3 15.2.1-3 15.3.1-7",
        "16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3",
        "17.1.1 17.2.1-4 17.3.1-2",
    ];

    /// <param name="Shown">Tests, lines of code and settings in backticks, or the reason.</param>
    private sealed record Row(string Id, string Level, string State, string Shown)
    {
        public IEnumerable<string> Names => Marked().Matches(Shown).Select(m => m.Groups[1].Value);
    }

    [Fact]
    public void Every_requirement_stands_there_once()
    {
        var rows = Rows();
        Assert.Equal(OfLevel1 + OfLevel2, rows.Count);
        Assert.Equal(Chapters.SelectMany(Ids), rows.Select(r => r.Id));
        Assert.Equal(OfLevel1, rows.Count(r => r.Level == "1"));
    }

    [Fact]
    public void Each_row_says_yes_partly_or_that_it_does_not_apply() => Assert.Equal([], Lines().Where(line => !Whole().IsMatch(line)));

    [Fact]
    public void Each_yes_is_shown_by_a_test_or_a_line() =>
        Assert.Equal([], Rows().Where(r => r.State == "yes" && !r.Names.Any(IsProof)).Select(r => r.Id));

    [Fact]
    public void What_a_row_names_exists()
    {
        var tests = Sources();
        var named = Rows().SelectMany(r => r.Names.Where(IsProof).Select(name => (r.Id, Name: name))).ToList();
        Assert.True(named.Count >= 150, $"{named.Count}");
        Assert.Equal([], named.Where(n => !Exists(n.Name, tests)).Select(n => $"{n.Id}: {n.Name}"));
    }

    [Fact]
    public void Few_are_met_partly_and_the_counts_are_told()
    {
        var rows = Rows();
        int Of(string state) => rows.Count(r => r.State == state);
        Assert.True(Of("partly") <= MostPartly, $"{Of("partly")}");
        Assert.Contains($"{Of("yes")} yes, {Of("n/a")} not applicable, {Of("partly")} partly", Section(), StringComparison.Ordinal);
    }

    /// <summary>Other words in backticks, such as a cookie prefix, are plain words.</summary>
    private static bool IsProof(string name) => Test().IsMatch(name) || Script().IsMatch(name) || Symbol().IsMatch(name);

    /// <param name="tests">Text of the files that contain a test class, by its name.</param>
    private static bool Exists(string name, ILookup<string, string> tests)
    {
        if (Test().Match(name) is { Success: true } test)
            return tests[test.Groups[1].Value]
                .Any(text => !test.Groups[2].Success || text.Contains($" {test.Groups[2].Value}(", StringComparison.Ordinal));
        if (Script().IsMatch(name))
            return File.Exists(PathOf(name.Contains('/', StringComparison.Ordinal) ? name : $"tests/e2e/{name}"));
        var line = Symbol().Match(name);
        var (path, symbol) = (line.Groups[1].Value, line.Groups[2].Value);
        return File.Exists(PathOf(path)) && TextOf(path).Contains(symbol, StringComparison.Ordinal);
    }

    /// <summary>The tables prove nothing by themselves; only the rest of docs/security.md counts.</summary>
    private static string TextOf(string path) =>
        path == Security ? All().Replace(Section(), "", StringComparison.Ordinal) : File.ReadAllText(PathOf(path));

    private static ILookup<string, string> Sources() =>
        Directory
            .GetFiles(PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(text => ClassOfTests().Matches(text).Select(m => (Name: m.Groups[1].Value, Text: text)))
            .ToLookup(c => c.Name, c => c.Text);

    private static List<Row> Rows() =>
        [
            .. Lines()
                .Select(line => Whole().Match(line))
                .Where(m => m.Success)
                .Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value)),
        ];

    private static IEnumerable<string> Lines() => Section().Split('\n').Where(line => Begun().IsMatch(line));

    private static string Section()
    {
        var all = All();
        var start = all.IndexOf(Heading, StringComparison.Ordinal);
        Assert.True(start >= 0, Heading);
        var end = all.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? all[start..] : all[start..end];
    }

    private static string All() => File.ReadAllText(PathOf(Security));

    /// <summary>«1.2.1-3» is 1.2.1, 1.2.2 and 1.2.3.</summary>
    private static IEnumerable<string> Ids(string chapter)
    {
        foreach (var part in chapter.Split(' '))
        {
            var at = part.LastIndexOf('.') + 1;
            var ends = part[at..].Split('-');
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var number = int.Parse(ends[0], CultureInfo.InvariantCulture); number <= last; number++)
                yield return string.Create(CultureInfo.InvariantCulture, $"{part[..at]}{number}");
        }
    }

    private static string PathOf(string path) => Path.Combine(Tree.Root, path);

    [GeneratedRegex(@"^\| \d")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \(([12])\) \| [^|]+ \| (yes|partly|n/a) \| ([^|]+) \|$")]
    private static partial Regex Whole();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(\w+Tests)(?:\.(\w+))?$")]
    private static partial Regex Test();

    [GeneratedRegex(@"^[\w./-]+\.(?:spec|test)\.tsx?$")]
    private static partial Regex Script();

    [GeneratedRegex(@"^([\w./-]+\.\w+): (.+)$")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\bclass (\w+Tests)\b")]
    private static partial Regex ClassOfTests();
}
