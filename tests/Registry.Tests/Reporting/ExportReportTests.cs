using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Registry.Tests.Host;

namespace Registry.Tests.Reporting;

[Clause("14.4", "22.1")]
public sealed class ExportReportTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() => _ministry = await host.SignedInAsync("ministry");

    private const string Asked = "report=found&by=district&from=2026-01-01&to=2026-11-23";

    private static async Task<HttpResponseMessage> FileAsync(HttpClient user, string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/reporting/report/file?{query}");
        request.Headers.Add("Accept-Language", language);
        return await user.SendAsync(request);
    }

    private static async Task<List<List<XElement>>> CellsAsync(HttpResponseMessage answer)
    {
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        await using var sheet = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        return [.. XDocument.Load(sheet).Descendants(Sheet + "row").Select(r => r.Elements(Sheet + "c").ToList())];
    }

    private static string Text(XElement cell) => cell.Descendants(Sheet + "t").SingleOrDefault()?.Value ?? "";

    [Theory]
    [InlineData("ky", "Республика", "Балдар", "Ак-Суу району", "Бардыгы")]
    [InlineData("ru", "Республика", "Дети", "Ак-Суйский район", "Всего")]
    [InlineData("en", "The republic", "Children", "Ak-Suu rayon", "Total")]
    public async Task The_table_comes_with_its_definitions_above_and_numbers_as_numbers(
        string language,
        string within,
        string figure,
        string district,
        string total
    )
    {
        var rows = await CellsAsync(await FileAsync(_ministry, Asked + "&format=xlsx", language));
        var report = await _ministry.GetAsync($"/api/reporting/report?{Asked}").JsonAsync();
        Assert.Equal("[22.1]", Text(rows[0][1]));
        Assert.Equal(within, Text(rows[1][0]));
        // days are days
        Assert.Equal("1", rows[1][1].Attribute("s")?.Value);
        Assert.Equal(figure, Text(rows[3][1]));
        Assert.All(
            rows[4].Skip(1),
            cell => Assert.True(Text(cell).Length > 8 && !Text(cell).StartsWith("figure", StringComparison.Ordinal))
        );
        var counted = report.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(5 + counted.Count + 1, rows.Count);
        var names = rows.Skip(5).SkipLast(1).Select(r => Text(r[0])).ToList();
        Assert.Contains(district, names);
        for (var i = 0; i < counted.Count; i++)
            Assert.Equal(
                counted[i].GetProperty("values").EnumerateArray().Select(v => v.GetInt64()),
                rows[5 + i].Skip(1).Select(c => long.Parse(c.Element(Sheet + "v")!.Value, CultureInfo.InvariantCulture))
            );
        Assert.Equal(total, Text(rows[^1][0]));
    }

    [Fact]
    public async Task A_comparison_stands_in_columns_of_its_own_and_a_scope_is_kept()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var answer = await FileAsync(unit, Asked + "&format=csv&compareFrom=2025-01-01&compareTo=2025-11-23", "ru");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
        Assert.StartsWith("\"Ак-Суйский район\";2026-01-01;2026-11-23", lines[1], StringComparison.Ordinal);
        Assert.Equal(1 + 6 * 2, lines[3].Split(';').Length);
        Assert.Contains("Прошлый год", lines[3], StringComparison.Ordinal);
        Assert.Single(lines[5..^1]);
        await FileAsync(unit, $"{Asked}&format=xlsx&territory={Road.Alamudun}", "ru")
            .RefusedAsync(HttpStatusCode.Forbidden, "territory.beyond-yours");
        Assert.Equal(HttpStatusCode.BadRequest, (await FileAsync(unit, Asked + "&format=pdf", "ru")).StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
