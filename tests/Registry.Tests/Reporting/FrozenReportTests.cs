using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Reporting.Model;
using Registry.Reporting.Reports;
using Registry.Tests.Host;
using UglyToad.PdfPig;

namespace Registry.Tests.Reporting;

/// <summary>Statistics on paper: a frozen report and the summary as documents known to the public paper check.</summary>
[Clause("21", "22.7")]
public sealed class FrozenReportTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() => _ministry = await host.SignedInAsync("ministry");

    private static readonly object Year = new { from = "2026-01-01", to = "2026-11-23" };

    private async Task<(Guid Id, string Number)> SummaryAsync(HttpClient? user = null)
    {
        var made = await (user ?? _ministry).PostAsync("/api/reporting/frozen-summaries", Year).JsonAsync(HttpStatusCode.Created);
        return (made.Id(), made.Text("number"));
    }

    private async Task<(string Text, int Pages, byte[] Bytes)> PdfAsync(Guid id, string language, HttpClient? user = null)
    {
        var file = await (user ?? _ministry).GetAsync($"/api/reporting/frozen/{id}/file?language={language}");
        Assert.True(file.Content.Headers.ContentType!.MediaType is "application/pdf", await file.Content.ReadAsStringAsync());
        var bytes = await file.Content.ReadAsByteArrayAsync();
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join("\n", pdf.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))));
        return (text, pdf.NumberOfPages, bytes);
    }

    [Theory]
    [InlineData("ky", "Жыйынды отчёт", "Республика", "жаш", "Ак-Суу району")]
    [InlineData("ru", "Сводный отчёт", "Республика", "лет", "Ак-Суйский район")]
    public async Task The_summary_is_one_document_with_every_report_in_words_and_its_definitions(
        string language,
        string title,
        string within,
        string age,
        string district
    )
    {
        var (id, number) = await SummaryAsync();
        var (text, pages, bytes) = await PdfAsync(id, language);
        foreach (var expected in new[] { title, within, number, "01.01.2026", "23.11.2026", age, district, "[22.1]", "[22.6]", "[15.4]" })
            Assert.Contains(expected, text, StringComparison.OrdinalIgnoreCase);
        Assert.True(pages >= 4, $"{pages} pages");
        if (Environment.GetEnvironmentVariable("REGISTRY_PAPERS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"statistics-{language}.pdf"), bytes);
        // no code appears in place of a word
        Assert.DoesNotMatch(new Regex(@"\b(report|figure|by|step|age-band|case-status|channel|ownership)[.-][a-z]"), text);
        Assert.Contains("pdfaid:part", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        // every figure on the screen is on the paper
        var frozen = await _ministry.GetAsync($"/api/reporting/frozen/{id}").JsonAsync();
        Assert.Equal(FreezeSummaryEndpoint.Parts.Count, frozen.GetProperty("content").GetProperty("parts").GetArrayLength());
        foreach (var part in frozen.GetProperty("content").GetProperty("parts").EnumerateArray())
        foreach (var value in part.GetProperty("total").GetProperty("values").EnumerateArray())
            Assert.Matches(new Regex($@"(^|\s){value.GetInt64()}(\s|$)"), text);
    }

    [Fact]
    public async Task The_public_page_knows_the_paper_by_number_and_code_until_the_database_is_changed()
    {
        var (id, number) = await SummaryAsync();
        var hash = (await _ministry.GetAsync($"/api/reporting/frozen/{id}").JsonAsync()).Text("hash");
        async Task<string> CheckAsync(string of, string code) =>
            (await host.Browser().GetAsync($"/api/reporting/papers/check?number={of}&code={code}").JsonAsync()).Text("state");
        Assert.Equal("valid", await CheckAsync(number, hash[..16]));
        Assert.Equal("unknown", await CheckAsync(number, hash[1..17]));
        Assert.Equal("unknown", await CheckAsync("R-20260101-000000000000", hash[..16]));
        await host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>()
                .Database.ExecuteSqlRawAsync("UPDATE reporting_frozen_reports SET Content = REPLACE(Content, '\"Key\"', '\"key\"') || ' '")
        );
        Assert.Equal("unknown", await CheckAsync(number, hash[..16]));
        Assert.Equal(
            "report.frozen-changed",
            (await _ministry.GetAsync($"/api/reporting/frozen/{id}/file").JsonAsync(HttpStatusCode.Conflict)).Text("code")
        );
    }

    [Fact]
    public async Task A_single_report_with_its_comparison_and_only_for_the_body_that_froze_it()
    {
        var asked = new
        {
            report = "terms",
            by = "responsible-body",
            from = "2026-11-01",
            to = "2026-11-23",
            compareFrom = "2026-10-01",
            compareTo = "2026-10-23",
        };
        var unit = await host.SignedInAsync("unit.aksuu");
        var made = await unit.PostAsync("/api/reporting/frozen", asked).JsonAsync(HttpStatusCode.Created);
        var (text, _, _) = await PdfAsync(made.Id(), "ru", unit);
        Assert.Contains("Ак-Суйский район", text, StringComparison.Ordinal);
        Assert.Contains("Орган", text, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"\d+ \([+−]\d+\)"), text);
        Assert.Equal(HttpStatusCode.NotFound, (await _ministry.GetAsync($"/api/reporting/frozen/{made.Id()}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await unit.GetAsync($"/api/reporting/frozen/{made.Id()}/file?language=en")).StatusCode);
        var beyond = await unit.PostAsync(
            "/api/reporting/frozen-summaries",
            new
            {
                from = "2026-01-01",
                to = "2026-11-23",
                territory = Road.Alamudun,
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, beyond.StatusCode);
    }

    [Fact]
    public async Task The_summary_of_a_district_counts_that_district()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var (id, _) = await SummaryAsync(unit);
        var (text, _, _) = await PdfAsync(id, "ky", unit);
        Assert.Contains("Ак-Суу району", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Аламүдүн", text, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
