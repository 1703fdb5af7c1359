using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Towns, aiyl aimaks and villages are imported from the administrator's list. The codes here are invented.</summary>
[Clause("5.admin", "17.2", "17.3")]
public sealed class ImportTerritoriesTests : IAsyncLifetime
{
    private const string Heading = "code;nameKy;nameRu;nameEn;validFrom\n";
    private const string Aimak = "41702205880000";
    private const string Village = "41702205880010";
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await _host.SignedInAsync("admin");

    private Task<JsonElement> PreviewAsync(string csv) =>
        _admin.PostAsync("/api/access/territories/import/preview", new { csv }).JsonAsync();

    private Task<HttpResponseMessage> ImportAsync(string csv, string? confirm) =>
        _admin.PostAsync("/api/access/territories/import", new { csv, confirm });

    private static string Line(string code, string name = "Үлгү", string from = "2026-01-01") =>
        $"{code};{name};{name} ru;{name} en;{from}\n";

    private async Task<List<JsonElement>> KnownAsync(string code) =>
        [
            .. (await _admin.GetAsync("/api/access/territories?history=true").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Where(t => t.Text("code") == code),
        ];

    [Fact]
    public async Task A_list_is_previewed_and_confirmed_and_its_places_find_their_parents_by_their_codes()
    {
        // villages may come before their aimak
        var csv =
            Heading + Line(Village, "Кичи-Үлгү") + Line("41702205880020") + Line(Aimak, "Чоң-Үлгү") + Line("41702205480010", "Үлгү шаары");
        var preview = await PreviewAsync(csv);
        Assert.Equal((4, 4, 0), (Number(preview, "lines"), Number(preview, "added"), Number(preview, "wrong")));
        await ImportAsync(csv, "3").RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        Assert.Empty(await KnownAsync(Aimak));
        Assert.Equal(4, Number(await ImportAsync(csv, "4").JsonAsync(), "added"));
        var (aimak, village) = (Assert.Single(await KnownAsync(Aimak)), Assert.Single(await KnownAsync(Village)));
        Assert.Equal((Road.AkSuu, 3, "aiyl_aimak"), (aimak.Text("parent"), Number(aimak, "level"), aimak.Text("type")));
        Assert.Equal((Aimak, 4, "village"), (village.Text("parent"), Number(village, "level"), village.Text("type")));
        Assert.Equal("town", Assert.Single(await KnownAsync("41702205480010")).Text("type"));

        // the place found and the residence may be a village; the rayon's holder leads the case
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(signal: Road.Signal(territory: Village))).Id("childId");
        Assert.Equal(Village, (await holder.CardAsync(child)).Text("territory"));
        var residence = new
        {
            registeredTerritory = Aimak,
            registeredAddress = "Ленин 1",
            actualTerritory = Village,
            actualAddress = "Ленин 2",
            livesWith = "Чоң энеси",
        };
        await holder.SaveSectionAsync(child, "residence", residence);

        // the same list again changes nothing; a different name creates a version
        Assert.Equal(4, Number(await PreviewAsync(csv), "unchanged"));
        var renamed = Heading + Line(Aimak, "Жаңы-Үлгү", "01.11.2026");
        Assert.Equal("Жаңы-Үлгү", (await PreviewAsync(renamed)).GetProperty("renamed")[0].Text("nameKy"));
        Assert.Equal(1, Number(await ImportAsync(renamed, "1").JsonAsync(), "changed"));
        Assert.Equal(["2026-10-31", null], (await KnownAsync(Aimak)).Select(t => t.GetProperty("validUntil").GetString()));
    }

    [Theory]
    [InlineData("4170220588;Үлгү;Пример;Example;2026-01-01", "wrong-code")]
    [InlineData("51702205880000;Үлгү;Пример;Example;2026-01-01", "wrong-code")]
    [InlineData("41702205880000;;Пример;Example;2026-01-01", "name-missing")]
    [InlineData("41702205880000;Үлгү;Пример;Example;01/01/2026", "wrong-day")]
    [InlineData("41799999880000;Үлгү;Пример;Example;2026-01-01", "parent-unknown")]
    [InlineData("41702205000000;Үлгү;Пример;Example;1999-01-01", "not-after-last")]
    public async Task A_list_with_a_wrong_line_is_refused_as_a_whole_and_the_preview_names_the_line(string line, string what)
    {
        var csv = Heading + Line("41702205870000") + line + "\n";
        var preview = await PreviewAsync(csv);
        var problem = Assert.Single(preview.GetProperty("problems").EnumerateArray());
        Assert.Equal((3, what), (Number(problem, "line"), problem.Text("what")));
        await ImportAsync(csv, "2").RefusedAsync(HttpStatusCode.BadRequest, "territories.wrong-lines");
        Assert.Empty(await KnownAsync("41702205870000"));
    }

    [Fact]
    public async Task Names_that_are_too_long_and_codes_that_stand_twice_are_told()
    {
        var csv = Heading + Line(Aimak) + Line(Aimak, "Башка") + Line("41702205870000", new string('ү', 201));
        var problems = (await PreviewAsync(csv)).GetProperty("problems").EnumerateArray().Select(p => (Number(p, "line"), p.Text("what")));
        Assert.Equal([(3, "doubled-code"), (4, "name-too-long")], problems);
    }

    [Theory]
    [InlineData("code,name_ky,name_ru,name_en,valid_from\r\n\"41702205880000\",\"Үлгү, чоң\",Пример,Example,2026-01-01\r\n")]
    [InlineData("\uFEFFnameKy\tnameRu\tnameEn\tvalidFrom\tcode\nҮлгү, чоң\tПример\tExample\t2026-01-01\t417 02 205 880 000\n")]
    public async Task Every_spreadsheets_way_of_writing_is_read(string csv)
    {
        await ImportAsync(csv, "1").JsonAsync();
        Assert.Equal("Үлгү, чоң", Assert.Single(await KnownAsync(Aimak)).Text("nameKy"));
    }

    [Fact]
    public async Task A_list_without_its_columns_is_refused() =>
        await _admin
            .PostAsync("/api/access/territories/import/preview", new { csv = "a;b\n1;2\n" })
            .RefusedAsync(HttpStatusCode.BadRequest, "territories.no-columns");

    [Fact]
    public async Task A_list_as_long_as_the_republics_is_loaded_at_once()
    {
        var lines = Enumerable.Range(100, 500).SelectMany(a => Enumerable.Range(0, 5).Select(v => Line($"41708203{a}0{v}0")));
        var csv = Heading + string.Concat(lines);
        Assert.Equal(2_500, Number(await ImportAsync(csv, "2500").JsonAsync(), "added"));
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
