using System.Reflection;

namespace Registry.Basics;

/// <summary>Tables kept as data beside the code: semicolon-separated, headings first, so that a specialist can correct them in a spreadsheet.</summary>
public static class EmbeddedRows
{
    /// <exception cref="InvalidOperationException">The table is missing, or a row has another number of cells than the heading.</exception>
    public static List<string[]> Of(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var width = reader.ReadLine()!.Split(';').Length;
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(';');
            if (cells.Length != width)
                throw new InvalidOperationException($"{name}: «{cells[0]};{cells[1]}» has {cells.Length} cells, not {width}.");
            rows.Add(cells);
        }
        return rows;
    }

    /// <summary>A list of words, one per line.</summary>
    /// <exception cref="InvalidOperationException">The list is missing.</exception>
    public static List<string> Lines(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                lines.Add(line);
        return lines;
    }
}
