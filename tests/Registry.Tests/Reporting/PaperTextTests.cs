using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Registry.Tests.Host;
using Snapshooter;
using Snapshooter.Xunit;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Registry.Tests.Reporting;

/// <summary>
/// The text of every document of a child's file as it is printed, line by line, in both languages: a child with the longest names, ten relatives, empty fields,
/// a plan and visits. If REGISTRY_PAPERS names a folder, the files are saved there for inspection.
/// </summary>
[Clause("21")]
public sealed partial class PaperTextTests(FullFile file) : IClassFixture<FullFile>
{
    [Theory]
    [InlineData("card", "ky")]
    [InlineData("card", "ru")]
    [InlineData("assessment", "ky")]
    [InlineData("assessment", "ru")]
    [InlineData("plan", "ky")]
    [InlineData("plan", "ru")]
    [InlineData("monitoring", "ky")]
    [InlineData("monitoring", "ru")]
    [InlineData("summary", "ky")]
    [InlineData("summary", "ru")]
    public async Task The_document_reads_as_before(string kind, string language)
    {
        var made = await file
            .Holder.PostAsync(
                $"/api/reporting/papers/of-child/{file.Child}",
                new
                {
                    kind,
                    language,
                    purpose = "Жеке делого",
                    certified = kind == "card",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var bytes = await (await file.Holder.GetAsync($"/api/reporting/papers/{made.Id()}/file")).Content.ReadAsByteArrayAsync();
        if (Environment.GetEnvironmentVariable("REGISTRY_PAPERS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}-{language}.pdf"), bytes);
        using var pdf = PdfDocument.Open(bytes);
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            Assert.All(page.Letters, letter => Inside(letter, page));
            text.Append($"— {page.Number} —\n");
            foreach (var line in Lines(page))
                text.Append(line).Append('\n');
        }
        if (kind == "summary")
            Assert.True(pdf.NumberOfPages >= 4, $"{pdf.NumberOfPages} pages");
        // an untranslated code would look like one
        Assert.DoesNotMatch(Codes(), text.ToString());
        Snapshot.Match(
            Numbers().Replace(text.ToString(), m => new string(m.Value[0] is 'P' ? 'P' : '#', 3)),
            new SnapshotFullName($"paper-{kind}-{language}.txt", Folder)
        );
    }

    /// <summary>Nothing is drawn beyond the edge of the paper, however long the name.</summary>
    private static void Inside(Letter letter, Page page) =>
        Assert.True(
            letter.BoundingBox.Left >= 50 && letter.BoundingBox.Right <= page.Width - 50 && letter.BoundingBox.Bottom >= 30,
            $"{letter.Value} at {letter.BoundingBox}"
        );

    private static IEnumerable<string> Lines(Page page) =>
        page.GetWords()
            .GroupBy(w => Math.Round(w.Letters[0].StartBaseLine.Y))
            .OrderByDescending(line => line.Key)
            .Select(line => string.Join(' ', line.OrderBy(w => w.BoundingBox.Left).Select(w => w.Text)));

    private static string Folder => Path.Combine(Repository.Root, "tests", "Registry.Tests", "Reporting");

    /// <summary>Paper numbers, hash codes and case numbers are new each time.</summary>
    [GeneratedRegex("P-[0-9]{8}-[0-9A-F]{12}|[0-9A-F]{16}|[0-9]{8}-[0-9]{4}-[0-9]{6}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b[a-z]+(-[a-z]+)+\b|paper\.[a-z]")]
    private static partial Regex Codes();
}

/// <summary>A child's file with everything that can be printed.</summary>
public sealed class FullFile : IAsyncLifetime
{
    private const string LongSurname = "Абдыкадыржумабаева-Сейтмырзалиева";
    private const string LongName = "Гүлжамалбүбүкадыйча";
    private readonly RegistryHost _host = new();
    public HttpClient Holder { get; private set; } = null!;
    public Guid Child { get; private set; }

    public async Task InitializeAsync()
    {
        Holder = await _host.SignedInAsync("holder.aksuu");
        Child = (await Holder.OpenCardAsync()).Id("childId");
        await Holder.FillCardAsync(Child);
        await Holder.SaveSectionAsync(Child, "identity", Identity);
        await Holder.SaveSectionAsync(Child, "relatives", Relatives);
        await Holder.AssessAsync(Child);
        var plan = await Holder.FormPlanAsync(Child);
        await Holder.SubmitPlanAsync(plan, await Holder.ResponsibleAsync());
        await (await _host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        await VisitAsync();
    }

    private static object Identity =>
        new
        {
            surname = LongSurname,
            name = LongName,
            patronymic = "Жумабекторобекович кызы",
            sex = "female",
            birthDate = "2016-05-04",
            citizenship = "Кыргыз Республикасы",
            unknown = new { pin = "no-documents" },
        };

    private static object Relatives =>
        new
        {
            mother = "abroad-for-work",
            father = "dead",
            list = Enumerable
                .Range(1, 10)
                .Select(i => new
                {
                    relation = i switch
                    {
                        1 => "mother",
                        2 => "grandmother",
                        3 => "grandfather",
                        _ => i % 2 == 0 ? "brother" : "sister",
                    },
                    fullName = $"{LongSurname} {LongName} {(char)('А' + i)}сан кызы",
                    birthDate = $"{1960 + i * 4}-0{1 + i % 9}-1{i % 10}",
                    abroadForWork = i == 1,
                    country = i == 1 ? "РФ" : null,
                    whereabouts = i == 4 ? "Ысык-Көл облусу, Ак-Суу району, Теплоключенка айылы, Кыдыр аке көчөсү, 117-үй, 3-батир" : null,
                    phone = i % 3 == 0 ? "+996 700 000 000" : null,
                    livesWithChild = i > 5,
                }),
        };

    private async Task VisitAsync()
    {
        var visit = (await Holder.GetAsync($"/api/plans/visits/of-child/{Child}").JsonAsync()).GetProperty("items")[0];
        await Holder
            .PostAsync(
                $"/api/plans/visits/{visit.Id()}/record",
                new
                {
                    on = "2026-11-23",
                    place = "Үйүндө",
                    seen = "Бала, чоң энеси, эки бир тууганы",
                    finding = "better",
                    findings = new
                    {
                        care = string.Join(' ', Enumerable.Repeat("Тамагы жетиштүү, кийими таза, бөлмөсү жылуу.", 6)),
                        education = "Мектепке барат.",
                    },
                    nextStep = "Мектеп менен сүйлөшүү",
                },
                visit.Id("version").Etag()
            )
            .NothingAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
