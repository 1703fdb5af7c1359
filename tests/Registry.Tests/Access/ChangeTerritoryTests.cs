using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class ChangeTerritoryTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await _host.SignedInAsync("admin");

    [Fact]
    public async Task A_renaming_makes_a_version_and_keeps_the_old_one()
    {
        var renamed = new
        {
            code = Road.AkSuu,
            nameKy = "Жаңы Ак-Суу району",
            nameRu = "Новый Ак-Суйский район",
            nameEn = "New Ak-Suu rayon",
            validFrom = "2026-11-01",
            confirm = "Ак-Суу району",
        };
        var preview = await _admin.GetAsync($"/api/access/territories/{Road.AkSuu}/consequences").JsonAsync();
        Assert.Equal("Ак-Суу району", preview.Text("name"));
        Assert.True(preview.CountOf("cases-in-territory") > 0);
        Assert.True(preview.CountOf("holders-of-territory") >= 5);
        var unconfirmed = new
        {
            renamed.code,
            renamed.nameKy,
            renamed.nameRu,
            renamed.nameEn,
            renamed.validFrom,
        };
        await _admin.PostAsync("/api/access/territories", unconfirmed).RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        await _admin.PostAsync("/api/access/territories", renamed).JsonAsync(HttpStatusCode.Created);
        var versions = (await _admin.GetAsync("/api/access/territories?history=true").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Where(t => t.Text("code") == Road.AkSuu)
            .ToList();
        Assert.Equal(["2026-10-31", null], versions.Select(v => v.GetProperty("validUntil").GetString()));
        Assert.Equal(
            "territory.not-after-last",
            (await _admin.PostAsync("/api/access/territories", renamed).JsonAsync(HttpStatusCode.BadRequest)).Text("code")
        );
    }

    [Fact]
    public async Task A_new_aiyl_aimak_belongs_to_its_rayon_and_its_signals_to_the_rayons_holder()
    {
        var added = new
        {
            code = "41702205830000",
            parent = Road.AkSuu,
            nameKy = "Теплоключенка айыл аймагы",
            nameRu = "Теплоключенский айыл аймак",
            nameEn = "Teploklyuchenka",
            validFrom = "2026-11-01",
        };
        await _admin.PostAsync("/api/access/territories", added).JsonAsync(HttpStatusCode.Created);
        var holder = await _host.SignedInAsync("holder.aksuu");
        await holder.RegisterAsync(Road.Signal(territory: "41702205830000"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
