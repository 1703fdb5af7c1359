using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Web;

namespace Registry.Tests.Reporting;

[Clause("14.4")]
public sealed class ExportRowsTests : IAsyncLifetime
{
    private const int Rows = 100_000;
    private readonly RegistryHost _host = new();
    private HttpClient _ministry = null!;

    public async Task InitializeAsync()
    {
        _ministry = await _host.SignedInAsync("ministry");
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>()
                .Database.ExecuteSqlAsync(
                    $"""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
                    INSERT INTO reporting_signals (Id, Since, Until, ChildId, Territory, District, FoundOn, RegisteredOn, Source, Channel, Status)
                    SELECT printf('%08X-0000-7000-8000-000000000000', i), '2020-05-05', '9999-12-31', printf('%08X-0000-7000-8000-000000000000', i), '41702205000000', '41702205', '2020-05-05', '2020-05-05', 'report-received', '=school', 'new' FROM n
                    """
                )
        );
    }

    private Task<Stream> ExportAsync(string format) =>
        _ministry.GetStreamAsync($"/api/reporting/rows?report=found&by=month&from=2020-01-01&to=2020-12-31&format={format}");

    [Fact]
    public async Task A_hundred_thousand_rows_come_as_CSV_and_no_cell_starts_a_formula()
    {
        using var reader = new StreamReader(await ExportAsync("csv"));
        var header = await reader.ReadLineAsync();
        Assert.Equal("\"Район (SOATE)\";\"Табылган күнү\";\"Катталган күнү\";\"Булагы\";\"Каналы\";\"Абалы\"", header);
        var count = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            Assert.Equal("\"41702205\";2020-05-05;2020-05-05;\"report-received\";\"'=school\";\"new\"", line);
            count++;
        }
        Assert.Equal(Rows, count);
    }

    [Fact]
    public async Task The_same_rows_come_as_XLSX_with_days_as_days()
    {
        using var copy = new MemoryStream();
        await (await ExportAsync("xlsx")).CopyToAsync(copy);
        using var archive = new ZipArchive(copy, ZipArchiveMode.Read);
        await using var sheet = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = XDocument.Load(sheet).Descendants(ns + "row").ToList();
        Assert.Equal(Rows + 1, rows.Count);
        var cells = rows[1].Elements(ns + "c").ToList();
        Assert.Equal("1", cells[1].Attribute("s")!.Value);
        Assert.Equal(
            new DateOnly(2020, 5, 5).DayNumber - new DateOnly(1899, 12, 30).DayNumber,
            int.Parse(cells[1].Element(ns + "v")!.Value)
        );
        Assert.Equal("inlineStr", cells[4].Attribute("t")!.Value);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("@x", "\"'@x\"")]
    public void A_cell_of_CSV_is_a_text(string value, string cell) => Assert.Equal(cell, CsvSheet.CellOf(value));

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
