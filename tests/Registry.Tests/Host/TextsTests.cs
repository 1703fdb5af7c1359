using System.Text.RegularExpressions;
using Registry.Platform.Jobs;
using Registry.Web;

namespace Registry.Tests.Host;

[Collection("host")]
public sealed class TextsTests(RegistryHost host)
{
    [Fact]
    public void Kyrgyz_Russian_and_English_have_the_same_keys()
    {
        var texts = host.Service<Texts>();
        var ky = texts.Keys("ky").Order(StringComparer.Ordinal).ToList();
        Assert.True(ky.Count > 80);
        foreach (var language in Texts.Languages)
            Assert.Equal(ky, texts.Keys(language).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_that_the_program_can_answer_has_a_text()
    {
        var texts = host.Service<Texts>();
        var sources = Directory
            .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("Migrations", StringComparison.Ordinal));
        var codes = sources
            .SelectMany(f =>
                Regex.Matches(File.ReadAllText(f), "(?:DomainException\\(|WithErrorCode\\(|RequestException\\([^,]+, )\"([a-z][a-z.-]+)\"")
            )
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.True(codes.Count > 50);
        Assert.Equal([], codes.Where(c => !texts.Has(c)).ToList());
    }

    [Fact, Clause("28")]
    public void The_journal_names_every_use_case_in_three_languages()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "web-admin/src/texts/actions.json"));
        using var named = System.Text.Json.JsonDocument.Parse(file);
        bool IsNamed(string useCase) =>
            named.RootElement.TryGetProperty(useCase, out var names)
            && Texts.Languages.All(l => names.TryGetProperty(l, out var name) && name.GetString() is { Length: > 0 });
        var jobs = host.Service<JobSchedules>().Jobs.Values.Where(j => j.IsNightly).Select(j => j.Type.Name).ToList();
        Assert.NotEmpty(jobs);
        var missing = Endpoints.Of(host).Select(e => e.UseCase).Concat(jobs).Where(u => !IsNamed(u)).ToList();
        Assert.Equal([], missing);
    }

    [Theory]
    [InlineData("ky", "Толтуруңуз.")]
    [InlineData("ru-RU,ru;q=0.9", "Заполните поле.")]
    [InlineData("en", "Fill this in.")]
    [InlineData("de", "Толтуруңуз.")]
    public async Task Speaks_the_readers_language_and_Kyrgyz_to_all_others(string accepts, string text)
    {
        var browser = host.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepts);
        var problem = await browser
            .PostAsync("/api/access/sign-in", new { login = "", password = "x" })
            .JsonAsync(System.Net.HttpStatusCode.BadRequest);
        Assert.Equal(text, problem.GetProperty("errors")[0].Text("message"));
    }
}

/// <summary>The source folder.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Registry.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
