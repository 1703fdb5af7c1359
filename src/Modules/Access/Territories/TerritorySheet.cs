using System.Globalization;
using System.Text;

namespace Registry.Access.Territories;

/// <param name="Number">Of the line in the file, the heading being 1.</param>
internal sealed record SheetLine(int Number, string Code, string NameKy, string NameRu, string NameEn, DateOnly? ValidFrom);

/// <summary>A list of territories as a spreadsheet saves it: a heading that names the columns, cells divided by semicolons, commas or tabs, quoted where need be.</summary>
internal static class TerritorySheet
{
    private static readonly string[] Columns = ["code", "nameky", "nameru", "nameen", "validfrom"];
    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy"];

    /// <summary>The lines below the heading; null where the heading does not name the five columns.</summary>
    public static List<SheetLine>? Read(string csv)
    {
        var rows = Rows(csv.TrimStart('\uFEFF')).ToList();
        if (rows.Count == 0)
            return null;
        var heading = rows[0].Cells.ConvertAll(c => c.Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant());
        var at = Array.ConvertAll(Columns, c => heading.IndexOf(c));
        if (at.Contains(-1))
            return null;
        return [.. rows.Skip(1).Where(r => r.Cells.Exists(c => c.Length > 0)).Select(r => LineOf(r.Number, r.Cells, at))];
    }

    private static SheetLine LineOf(int number, List<string> cells, int[] at)
    {
        string Cell(int column) => at[column] < cells.Count ? cells[at[column]].Trim() : "";
        var day = DateOnly.TryParseExact(Cell(4), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from);
        // a spreadsheet keeps the code as text only where set to: some write it in groups
        var code = Cell(0).Replace(" ", "", StringComparison.Ordinal);
        return new(number, code, Cell(1), Cell(2), Cell(3), day ? from : null);
    }

    private static IEnumerable<(int Number, List<string> Cells)> Rows(string csv)
    {
        var first = csv.AsSpan(0, csv.IndexOf('\n') is var end and >= 0 ? end : csv.Length);
        var separator =
            first.Contains(';') ? ';'
            : first.Contains('\t') ? '\t'
            : ',';
        var (line, number, cells, cell, quoted) = (1, 1, new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (c == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == separator)
                EndCell();
            else if (!quoted && c == '\n')
            {
                EndCell();
                yield return (number, cells);
                (cells, number) = ([], line + 1);
            }
            else if (c != '\r')
                cell.Append(c);
            if (c == '\n')
                line++;
        }
        if (cell.Length > 0 || cells.Count > 0)
        {
            EndCell();
            yield return (number, cells);
        }

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
