using System.Globalization;
using System.IO.Compression;
using System.Text;
using FluentValidation;

namespace Registry.Web;

/// <summary>The two formats of a table that leaves the Base as a file.</summary>
public static class SheetFormat
{
    public static IRuleBuilderOptions<T, string> OfASheet<T>(this IRuleBuilder<T, string> format) =>
        format.Must(f => f is "csv" or "xlsx").WithErrorCode("sheet.unknown-format");
}

/// <summary>Writes rows as they come, never more than one in memory. No cell starts a formula: a text is a text in both formats.</summary>
public abstract class Sheet : IAsyncDisposable
{
    public static string MediaTypeOf(string format) =>
        format is "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    public abstract Task RowAsync(IReadOnlyList<object?> cells);

    public abstract ValueTask DisposeAsync();

    /// <param name="language">Of the reader: spreadsheets in Kyrgyz and Russian expect semicolons between the cells of a CSV.</param>
    public static async Task<Sheet> OpenAsync(string format, Stream to, string language) =>
        format is "xlsx" ? await XlsxSheet.OpenAsync(to) : new CsvSheet(to, language is "en" ? ',' : ';');
}

/// <summary>RFC 4180 with a byte order mark, so that a spreadsheet reads Cyrillic. Texts are always quoted.</summary>
internal sealed class CsvSheet(Stream to, char separator) : Sheet
{
    private readonly StreamWriter _writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    public override async Task RowAsync(IReadOnlyList<object?> cells)
    {
        await _writer.WriteAsync(string.Join(separator, cells.Select(CellOf)));
        await _writer.WriteAsync("\r\n");
    }

    internal static string CellOf(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            long or int or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => Quoted(Safe(PlainText.Of(value.ToString()!))),
        };

    private static string Safe(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override async ValueTask DisposeAsync() => await _writer.DisposeAsync();
}

/// <summary>One sheet of Office Open XML with typed cells: numbers, days, texts.</summary>
internal sealed class XlsxSheet : Sheet
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private readonly ZipArchive _archive;
    private readonly StreamWriter _rows;

    private XlsxSheet(ZipArchive archive, StreamWriter rows) => (_archive, _rows) = (archive, rows);

    public static async Task<XlsxSheet> OpenAsync(Stream to)
    {
        var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await PartAsync(
            archive,
            "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
        );
        await PartAsync(
            archive,
            "_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        );
        await PartAsync(
            archive,
            "xl/workbook.xml",
            """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
        );
        await PartAsync(
            archive,
            "xl/_rels/workbook.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""
        );
        // style 1 shows a day as dd.MM.yyyy
        await PartAsync(
            archive,
            "xl/styles.xml",
            """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>"""
        );
        var sheet = await archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync();
        var rows = new StreamWriter(sheet, new UTF8Encoding(false));
        await rows.WriteAsync(Xml + """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        return new(archive, rows);
    }

    private static async Task PartAsync(ZipArchive archive, string name, string content)
    {
        await using var part = new StreamWriter(
            await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(),
            new UTF8Encoding(false)
        );
        await part.WriteAsync(Xml + content);
    }

    public override async Task RowAsync(IReadOnlyList<object?> cells)
    {
        var row = new StringBuilder("<row>");
        foreach (var cell in cells)
            Append(row, cell);
        await _rows.WriteAsync(row.Append("</row>"));
    }

    private static void Append(StringBuilder row, object? value)
    {
        switch (value)
        {
            case null:
                row.Append("<c/>");
                break;
            case DateOnly day:
                row.Append(CultureInfo.InvariantCulture, $"<c s=\"1\"><v>{day.DayNumber - Epoch.DayNumber}</v></c>");
                break;
            case long or int or double:
                row.Append("<c><v>").Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append("</v></c>");
                break;
            default:
                row.Append("<c t=\"inlineStr\"><is><t>")
                    .Append(System.Security.SecurityElement.Escape(PlainText.Of(value.ToString()!)))
                    .Append("</t></is></c>");
                break;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _rows.WriteAsync("</sheetData></worksheet>");
        await _rows.DisposeAsync();
        await _archive.DisposeAsync();
    }
}
