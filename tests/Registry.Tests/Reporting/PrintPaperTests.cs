using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using UglyToad.PdfPig;

namespace Registry.Tests.Reporting;

[Clause("21")]
public sealed class PrintPaperTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.FillCardAsync(_child);
    }

    private async Task<(Guid Id, string Number, PdfDocument Pdf)> PrintAsync(
        string kind = "card",
        string language = "ky",
        bool certified = false
    )
    {
        var made = await _holder
            .PostAsync(
                $"/api/reporting/papers/of-child/{_child}",
                new
                {
                    kind,
                    language,
                    purpose = "Жеке делого",
                    certified,
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var file = await _holder.GetAsync($"/api/reporting/papers/{made.Id()}/file");
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        return (made.Id(), made.Text("number"), PdfDocument.Open(await file.Content.ReadAsByteArrayAsync()));
    }

    private static string TextOf(PdfDocument pdf) => string.Join("\n", pdf.GetPages().Select(p => p.Text));

    [Fact]
    public async Task A_card_is_printed_with_every_item_its_date_number_pages_and_place_for_a_seal()
    {
        var (_, number, pdf) = await PrintAsync(certified: true);
        using (pdf)
        {
            var text = TextOf(pdf);
            foreach (
                var expected in new[]
                {
                    "Сынова",
                    "Жыпаргүл",
                    "04.05.2016",
                    number,
                    "23.11.2026",
                    "Чоң энеси",
                    "Майыптуулук",
                    "Мөөрдүн орду",
                    "күбөлөндүрүлдү",
                }
            )
                Assert.Contains(
                    expected.Replace(" ", "", StringComparison.Ordinal),
                    text.Replace(" ", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
            Assert.Contains("белгисиз", text, StringComparison.Ordinal);
            for (var page = 1; page <= pdf.NumberOfPages; page++)
                Assert.Contains(
                    $"{page}/{pdf.NumberOfPages}",
                    pdf.GetPage(page).Text.Replace(" ", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
        }
    }

    [Fact]
    public async Task Speaks_Russian_where_it_is_asked_to()
    {
        var (_, _, pdf) = await PrintAsync(language: "ru");
        using (pdf)
            Assert.Contains("Местопечати", TextOf(pdf).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_an_archive_file_without_anything_active()
    {
        var made = await PrintAsync();
        made.Pdf.Dispose();
        var bytes = await (await _holder.GetAsync($"/api/reporting/papers/{made.Id}/file")).Content.ReadAsByteArrayAsync();
        var raw = Encoding.Latin1.GetString(bytes);
        Assert.Contains("pdfaid:part", raw, StringComparison.Ordinal);
        foreach (var active in new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction" })
            Assert.DoesNotContain(active, raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_copy_stands_in_the_childs_file_with_its_purpose_and_is_the_same_when_opened_again()
    {
        var first = await PrintAsync();
        first.Pdf.Dispose();
        var listed = (await _holder.GetAsync($"/api/reporting/papers/of-child/{_child}").JsonAsync()).GetProperty("items")[0];
        Assert.Equal(first.Number, listed.Text("number"));
        Assert.Equal("Жеке делого", listed.Text("purpose"));
        async Task<byte[]> BytesAsync() =>
            await (await _holder.GetAsync($"/api/reporting/papers/{first.Id}/file")).Content.ReadAsByteArrayAsync();
        Assert.Equal(await BytesAsync(), await BytesAsync());
    }

    [Fact]
    [Clause("24")]
    public async Task Whoever_holds_the_paper_learns_whether_it_is_valid_superseded_or_unknown_and_nothing_more()
    {
        var first = await PrintAsync();
        first.Pdf.Dispose();
        var code = await _host.InScopeAsync(async s =>
            (await s.GetRequiredService<ReportingDbContext>().Papers.AsNoTracking().SingleAsync(p => p.Id == first.Id)).Code
        );
        static string Grouped(string code) =>
            Uri.EscapeDataString(
                string.Join(' ', code.ToLowerInvariant().Replace('a', 'а').Replace('0', 'о').Chunk(4).Select(four => new string(four)))
            );
        async Task<string> StateAsync(string number, string said)
        {
            var answer = await _host.Browser().GetAsync($"/api/reporting/papers/check?number={number}&code={said}").JsonAsync();
            Assert.Equal(["state"], answer.EnumerateObject().Select(p => p.Name));
            return answer.Text("state");
        }
        Assert.Equal("valid", await StateAsync(first.Number, code));
        // as people copy it: lower case, in groups, with a Cyrillic letter that looks the same, a zero taken for an o
        Assert.Equal(
            "valid",
            await StateAsync(Uri.EscapeDataString(first.Number.ToLowerInvariant().Replace('p', 'р').Replace('-', ' ')), Grouped(code))
        );
        Assert.Equal("unknown", await StateAsync(first.Number, "0000000000000000"));
        Assert.Equal("unknown", await StateAsync("P-20261123-000000000000", code));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await PrintAsync()).Pdf.Dispose();
        Assert.Equal("superseded", await StateAsync(first.Number, code));
    }

    [Fact]
    public async Task A_summary_holds_assessment_plan_and_visits_and_what_is_not_there_yet_is_refused()
    {
        var refused = await _holder
            .PostAsync(
                $"/api/reporting/papers/of-child/{_child}",
                new
                {
                    kind = "plan",
                    language = "ky",
                    purpose = "x",
                }
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("paper.nothing", refused.Text("code"));
        await _holder.AssessAsync(_child);
        await _holder.PostAsync($"/api/plans/of-child/{_child}", new { }).JsonAsync(HttpStatusCode.Created);
        var (_, _, pdf) = await PrintAsync("summary", "ru");
        using (pdf)
        {
            var text = TextOf(pdf).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains("Комплекснаяоценка", text, StringComparison.Ordinal);
            Assert.Contains("Индивидуальныйпланзащитыребёнка", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_the_child_stands_in_plain_text_in_the_database()
    {
        (await PrintAsync()).Pdf.Dispose();
        var files = await _host.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().PaperFiles.AsNoTracking().ToListAsync());
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.DoesNotContain("%PDF", Encoding.Latin1.GetString(f.Sealed), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_copy_without_a_purpose_at_its_field()
    {
        var problem = await _holder
            .PostAsync(
                $"/api/reporting/papers/of-child/{_child}",
                new
                {
                    kind = "card",
                    language = "fr",
                    purpose = "",
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("purpose"));
        Assert.Equal("paper.language", problem.CodeAt("language"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
