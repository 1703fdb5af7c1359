using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

/// <summary>What a closed institution, and one without an owner, refuse.</summary>
[Clause("5.admin", "7.territorial")]
public sealed class ClosedInstitutionTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await _host.SignedInAsync("admin");

    private async Task<HttpResponseMessage> ActAsync(string path, string act, object? body = null) =>
        await _admin.PostAsync($"{path}/{act}", body ?? new { }, await _admin.VersionAsync(path));

    [Fact]
    public async Task A_closed_institution_is_neither_closed_nor_changed_and_only_a_closed_one_reopened()
    {
        var path = $"/api/institutions/{await _admin.RegisterInstitutionAsync()}";
        var close = new
        {
            on = "2026-11-23",
            because = "Жоюлду",
            confirm = await _admin.NameToTypeAsync($"{path}/consequences"),
        };
        await ActAsync(path, "reopen").RefusedAsync(HttpStatusCode.Conflict, "institution.not-closed");
        await ActAsync(path, "close", close).NothingAsync();
        await ActAsync(path, "close", close).RefusedAsync(HttpStatusCode.Conflict, "institution.closed");
        await _admin
            .PutAsync(path, new { institution = Homes.Institution() }, await _admin.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "institution.closed");
        await ActAsync(path, "reopen").NothingAsync();
        await _admin.PutAsync(path, new { institution = Homes.Institution() }, await _admin.VersionAsync(path)).NothingAsync();
    }

    [Fact]
    public async Task A_taxpayer_number_stands_once_in_the_register()
    {
        var said = new { institution = Homes.Institution(inn: "01234567890777") };
        await _admin.PostAsync("/api/institutions", said).JsonAsync(HttpStatusCode.Created);
        await _admin.PostAsync("/api/institutions", said).RefusedAsync(HttpStatusCode.Conflict, "exists-already");
    }

    [Fact]
    public async Task Staff_of_a_body_that_is_no_registered_institution_see_none()
    {
        var staff = await _host.SignedInAsync("institution");
        var path = $"/api/institutions/{(await staff.GetAsync("/api/institutions/own").JsonAsync()).Id()}";
        var institution = JsonSerializer.Deserialize<Dictionary<string, object>>(
            (await _admin.GetAsync(path).JsonAsync()).GetProperty("institution").GetRawText()
        )!;
        institution["inn"] = "01234567890778";
        await _admin.PutAsync(path, new { institution }, await _admin.VersionAsync(path)).NothingAsync();
        await staff.GetAsync("/api/institutions/own").RefusedAsync(HttpStatusCode.NotFound, "institution.none-of-yours");
    }

    [Theory]
    [InlineData("ky", "Үлгү А", "Үлгү Б")]
    [InlineData("ru", "Үлгү Б", "Үлгү А")]
    public async Task Places_stand_in_the_alphabet_of_the_readers_language(string language, string first, string second)
    {
        foreach (var (ky, ru) in new[] { ("Үлгү А", "Образец Б"), ("Үлгү Б", "Образец А") })
            await _admin
                .PostAsync("/api/institutions", new { institution = Homes.Institution(nameKy: ky, nameRu: ru) })
                .JsonAsync(HttpStatusCode.Created);
        var holder = await _host.SignedInAsync("holder.aksuu");
        holder.DefaultRequestHeaders.Add("Accept-Language", language);
        var places = (await holder.GetAsync("/api/institutions/places?search=Үлгү").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Equal([first, second], places.Select(p => p.Text("nameKy")));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
