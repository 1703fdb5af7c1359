using System.Globalization;
using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>docs/adr/README.md lists every decision under its own title, with a date and a status.</summary>
public sealed partial class AdrIndexTests
{
    [GeneratedRegex(@"^# (?<no>\d+) (?<title>.+)$", RegexOptions.None, 1_000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(
        @"^\| \[(?<no>\d+)\]\((?<file>[\w-]+\.md)\) \| (?<title>.+) \| (?<date>\d\d\.\d\d\.\d{4}) \| (Accepted|Superseded by \d+) \|$",
        RegexOptions.Multiline,
        1_000
    )]
    private static partial Regex Row { get; }

    [Fact]
    public void The_index_lists_every_decision_under_its_title()
    {
        var folder = Path.Combine(Tree.Root, "docs", "adr");
        var decisions = Directory
            .GetFiles(folder, "0*.md")
            .Select(file => (File: Path.GetFileName(file), Heading: Heading.Match(File.ReadLines(file).First())))
            .Select(d => $"{d.Heading.Groups["no"]} {d.File} {d.Heading.Groups["title"]}");
        var listed = Row.Matches(File.ReadAllText(Path.Combine(folder, "README.md")))
            .Select(r => $"{int.Parse(r.Groups["no"].Value, CultureInfo.InvariantCulture)} {r.Groups["file"]} {r.Groups["title"]}");
        Assert.Equal(decisions.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
