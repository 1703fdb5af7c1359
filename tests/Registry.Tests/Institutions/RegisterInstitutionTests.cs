using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

[Clause("5.admin")]
public sealed class RegisterInstitutionTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await _host.SignedInAsync("admin");

    [Theory]
    [InlineData("holder.aksuu")]
    [InlineData("unit.aksuu")]
    [InlineData("ministry")]
    public async Task Nobody_but_the_administrator_registers_or_edits(string user)
    {
        var browser = await _host.SignedInAsync(user);
        var answer = await browser.PostAsync("/api/institutions", new { institution = Homes.Institution() });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var id = await _admin.RegisterInstitutionAsync();
        var change = await browser.PutAsync($"/api/institutions/{id}", new { institution = Homes.Institution() }, Guid.Empty.Etag());
        Assert.Equal(HttpStatusCode.Forbidden, change.StatusCode);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("municipal")]
    [InlineData("private")]
    [InlineData("religious")]
    public async Task Registers_every_ownership(string ownership)
    {
        var said = new
        {
            nameKy = "Балдар үйү",
            nameRu = "Детский дом",
            inn = $"0111111111{ownership.Length:D4}",
            ownership,
            kind = "residential",
            address = "x",
            territory = Road.AkSuu,
            capacity = 5,
        };
        var made = await _admin.PostAsync("/api/institutions", new { institution = said }).JsonAsync(HttpStatusCode.Created);
        var kept = await _admin.GetAsync($"/api/institutions/{made.Id()}").JsonAsync();
        Assert.Equal(ownership, kept.GetProperty("institution").Text("ownership"));
    }

    [Fact]
    public async Task A_renaming_keeps_the_name_that_stood_before_and_who_changed_it()
    {
        var id = await _admin.RegisterInstitutionAsync();
        var version = await _admin.VersionAsync($"/api/institutions/{id}");
        var renamed = Homes.Institution(nameRu: "Центр поддержки детей");
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await _admin.PutAsync($"/api/institutions/{id}", new { institution = renamed }, version)).StatusCode
        );
        var history = (await _admin.GetAsync($"/api/institutions/{id}").JsonAsync()).GetProperty("history");
        Assert.Equal("changed", history[0].Text("act"));
        Assert.Equal("Детский дом", history[0].GetProperty("before").Text("nameRu"));
        Assert.False(string.IsNullOrEmpty(history[0].Text("by")));
    }

    [Fact]
    public async Task Two_cannot_have_one_taxpayer_number()
    {
        var said = new { institution = Homes.Institution(inn: "01234567890123") };
        await _admin.PostAsync("/api/institutions", said).JsonAsync(HttpStatusCode.Created);
        await _admin.PostAsync("/api/institutions", said).JsonAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Refuses_wrong_data_at_their_fields()
    {
        var problem = await _admin
            .PostAsync(
                "/api/institutions",
                new
                {
                    institution = new
                    {
                        nameKy = "",
                        nameRu = "x",
                        inn = "12",
                        ownership = "state",
                        kind = "residential",
                        address = "x",
                        territory = "1",
                        capacity = 0,
                        accreditedFrom = "2026-01-01",
                        accreditedUntil = "2025-01-01",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("institution.nameKy"));
        Assert.Equal("inn.wrong-format", problem.CodeAt("institution.inn"));
        Assert.Equal("territory.unknown", problem.CodeAt("institution.territory"));
        Assert.Equal("field.out-of-range", problem.CodeAt("institution.capacity"));
        Assert.Equal("institution.accreditation-ends-before", problem.CodeAt("institution.accreditedUntil"));
    }

    [Fact]
    public async Task Others_see_the_institutions_of_their_district_only()
    {
        var here = await _admin.RegisterInstitutionAsync(Road.AkSuu);
        var elsewhere = await _admin.RegisterInstitutionAsync(Road.Alamudun);
        var unit = await _host.SignedInAsync("unit.aksuu");
        await unit.GetAsync($"/api/institutions/{here}").JsonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetAsync($"/api/institutions/{elsewhere}")).StatusCode);
        var listed = (await unit.GetAsync("/api/institutions?size=100").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(listed, i => i.Id() == here);
        Assert.All(listed, i => Assert.Equal(Road.AkSuu, i.Text("territory")));
    }

    [Fact]
    public async Task An_inspection_stands_in_the_record()
    {
        var id = await _admin.RegisterInstitutionAsync();
        await _admin
            .PostAsync(
                $"/api/institutions/{id}/inspections",
                new
                {
                    on = "2026-11-20",
                    by = "Прокуратура",
                    findings = "Өрт коопсуздугу",
                    mendBy = "2026-12-20",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var kept = (await _admin.GetAsync($"/api/institutions/{id}").JsonAsync()).GetProperty("inspections")[0];
        Assert.Equal("Өрт коопсуздугу", kept.Text("findings"));
    }

    [Fact]
    public async Task Is_not_closed_while_children_live_there_and_takes_none_afterwards()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var id = await _admin.RegisterInstitutionAsync();
        var child = (await holder.OpenCardAsync()).Id("childId");
        var placement = await holder.PlaceAsync(child, id);
        var close = new
        {
            on = "2026-11-23",
            because = "Жоюлду",
            confirm = await _admin.NameToTypeAsync($"/api/institutions/{id}/consequences"),
        };
        var refused = await _admin
            .PostAsync($"/api/institutions/{id}/close", close, await _admin.VersionAsync($"/api/institutions/{id}"))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("institution.has-children", refused.Text("code"));
        await holder.LeaveAsync(child, placement);
        var closed = await _admin.PostAsync($"/api/institutions/{id}/close", close, await _admin.VersionAsync($"/api/institutions/{id}"));
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        var late = await holder
            .PostAsync($"/api/institutions/placements/of-child/{child}", Homes.Placement(id, "2026-11-23"))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("placement.institution-closed", late.Text("code"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
