using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>Comments, documents and English texts are written in plain, idiomatic English: words that once stood for half a dozen better ones stay out (docs/glossary.md).</summary>
public sealed partial class WordsTests
{
    /// <summary>Each with what to write instead.</summary>
    private static readonly Dictionary<string, string> Avoided = new(StringComparer.OrdinalIgnoreCase)
    {
        ["anew"] = "again",
        ["nobody"] = "no one, or the passive voice",
        ["told"] = "notified, shown, reported",
        ["tells"] = "notifies, shows, says, publishes",
        ["stands"] = "is, lies, applies",
        ["asked"] = "requested, queried, prompted, required",
    };

    /// <summary>Files whose lines quote what is avoided.</summary>
    private static readonly string[] Quoting = ["WordsTests.cs", "glossary.md", "roadmap.md", "regulation.md"];

    private static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders
            .SelectMany(f => Directory.GetFiles(Path.Combine(Tree.Root, f), pattern, SearchOption.AllDirectories))
            .Where(f => !Generated().IsMatch(f) && !Quoting.Contains(Path.GetFileName(f)));

    public static TheoryData<string> Kinds => ["C# comments", "TypeScript comments", "documents", "English texts"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_words_to_avoid_are_avoided(string kind)
    {
        var lines = kind switch
        {
            "C# comments" => Comments(Files("*.cs", "src", "tests")),
            "TypeScript comments" => Comments(Files("*.ts*", "web-admin/src", "tests/e2e")),
            "documents" => Files("*.md", "docs", "src")
                .Where(f => !f.EndsWith(".ky.md", StringComparison.Ordinal) && !f.EndsWith(".ru.md", StringComparison.Ordinal))
                .Concat(Directory.GetFiles(Tree.Root, "*.md"))
                .SelectMany(f => Lines(f).Select(l => (l.At, Code().Replace(l.Text, "")))),
            _ => Files("en.json", "src", "web-admin/src")
                .SelectMany(Lines)
                .Select(l => (l.At, Code().Replace(Key().Replace(l.Text, ""), ""))),
        };
        var found = lines.ToList();
        Assert.True(found.Count > 100, $"{found.Count}");
        Assert.Equal(
            [],
            from line in found
            from Match word in Word().Matches(line.Item2)
            where Avoided.ContainsKey(word.Value)
            select $"{line.Item1}: “{word.Value}”, better: {Avoided[word.Value]}"
        );
    }

    private static IEnumerable<(string At, string Text)> Lines(string file) =>
        File.ReadLines(file).Select((text, i) => ($"{Path.GetRelativePath(Tree.Root, file)}:{i + 1}", text));

    private static IEnumerable<(string At, string Text)> Comments(IEnumerable<string> files) =>
        files
            .SelectMany(Lines)
            .Select(l => (l.At, Comment().Match(l.Text) is { Success: true } c ? Code().Replace(c.Value, "") : ""))
            .Where(l => l.Item2.Length > 0);

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|Migrations|dist|artifacts)[\\/]|schema\.d\.ts$")]
    private static partial Regex Generated();

    /// <summary>Code, names of tests and what crefs name is not English.</summary>
    [GeneratedRegex("`[^`]*`|<c>.*?</c>|(cref|name)=\"[^\"]*\"|«[^»]*»|\\w*_\\w*|%?\\{\\w+\\}|\\]\\([^)]*\\)")]
    private static partial Regex Code();

    [GeneratedRegex("^\\s*\"[^\"]*\":")]
    private static partial Regex Key();

    [GeneratedRegex(@"(^\s*\*|(^|\s)(///?|/\*+))\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();
}
