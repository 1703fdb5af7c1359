using System.Globalization;
using System.Runtime.CompilerServices;
using Registry.Basics.People;
using Registry.Children.Model;

namespace Registry.Tests.Children.Names;

/// <param name="Others">What else the child is found by.</param>
internal sealed record NamedChild(Identity Identity, OtherNames Others);

/// <param name="Group">The heading above it in the table.</param>
internal sealed record Spelling(string Group, NamedChild Child, string Typed);

internal sealed record TwoPeople(string Group, NamedChild One, NamedChild Other);

/// <summary>The tables beside this file: how people spell names, and similar names of different people.</summary>
internal static class NameTables
{
    private static readonly DateOnly Born = new(2014, 5, 5);

    public static List<Spelling> Spellings() =>
        [
            .. Lines("spellings.txt")
                .SelectMany(line =>
                {
                    var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
                    var (name, parent) = Cut(line.Text[..colon], '=');
                    var cells = Cells(name);
                    var child = new NamedChild(
                        new(cells[0], cells[1], cells[2] is "" ? null : cells[2], Sex: Sex.Male, BirthDate: Born),
                        parent is "" ? OtherNames.None : OtherNames.None with { Parents = [parent] }
                    );
                    return line.Text[(colon + 1)..].Split('/').Select(typed => new Spelling(line.Group, child, typed.Trim()));
                }),
        ];

    public static List<TwoPeople> Others() =>
        [
            .. Lines("others.txt")
                .Select(line =>
                {
                    var (one, other) = Cut(line.Text, '#');
                    return new TwoPeople(line.Group, Child(one), Child(other));
                }),
        ];

    private static NamedChild Child(string text)
    {
        var cells = Cells(text);
        return new(
            new(
                cells[0],
                cells[1],
                cells[2] is "" ? null : cells[2],
                Sex: Enum.Parse<Sex>(cells[3], ignoreCase: true),
                BirthDate: cells.Length > 4 ? DateOnly.Parse(cells[4], CultureInfo.InvariantCulture) : Born
            ),
            OtherNames.None
        );
    }

    private static (string, string) Cut(string text, char at) =>
        text.Split(at, 2) is [var before, var after] ? (before.Trim(), after.Trim()) : (text.Trim(), "");

    private static string[] Cells(string text) => text.Split('|', StringSplitOptions.TrimEntries);

    private static IEnumerable<(string Group, string Text)> Lines(string file)
    {
        var group = "";
        foreach (var line in File.ReadLines(Path.Combine(Folder(), file)))
            if (line.StartsWith("## ", StringComparison.Ordinal))
                group = line[3..];
            else if (line.Length > 0 && line[0] is not '#')
                yield return (group, line);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
