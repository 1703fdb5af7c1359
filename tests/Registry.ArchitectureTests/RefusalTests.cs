using System.Text.Json;
using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>Every refusal of the program is expected by name in some test.</summary>
public sealed partial class RefusalTests
{
    /// <summary>Prefixes of texts that are not refusals.</summary>
    private static readonly string[] Words = ["paper.", "notice.", "job.", "cron.", "column.", "report.column.", "registers.change."];

    /// <summary>Texts that refuse nothing although they are named like a refusal.</summary>
    private static readonly string[] Notes = ["change.left-institution", "closing.reopened-by-report"];

    [Fact]
    public void Every_code_of_a_refusal_is_named_by_a_test()
    {
        var root = Tree.Root;
        var texts = Directory
            .GetFiles(Path.Combine(root, "src"), "en.json", SearchOption.AllDirectories)
            .Where(IsSource)
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(f))!.Keys)
            .ToHashSet();
        var said = CodesIn(Path.Combine(root, "src"));
        // each code of a refusal or a validator has a text, as another test proves
        var codes = said.Where(c => texts.Contains(c) && !Notes.Contains(c) && !Words.Any(w => c.StartsWith(w, StringComparison.Ordinal)))
            .ToList();
        Assert.True(codes.Count >= 230, $"{codes.Count}");
        var asked = CodesIn(Path.Combine(root, "tests", "Registry.Tests"));
        Assert.Equal([], codes.Where(c => !asked.Contains(c)).Order(StringComparer.Ordinal));
    }

    /// <summary>The codes in string literals of the sources under a folder.</summary>
    private static HashSet<string> CodesIn(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(f => IsSource(f) && !f.Contains("Migrations", StringComparison.Ordinal))
                .SelectMany(f => Literal().Matches(File.ReadAllText(f)))
                .SelectMany(literal => Code().Matches(literal.Value))
                .Select(code => code.Value),
        ];

    private static bool IsSource(string file) =>
        !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal);

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")]
    private static partial Regex Code();
}
