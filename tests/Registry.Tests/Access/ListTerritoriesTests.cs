using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
public sealed class ListTerritoriesTests(RegistryHost host)
{
    [Fact]
    public async Task Jalal_Abad_city_is_Manas_now_and_its_old_name_is_history()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var now = (await holder.GetAsync("/api/access/territories").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Where(t => t.Text("code") == "41703410000010")
            .ToList();
        Assert.Equal("Манас шаары", Assert.Single(now).Text("nameKy"));
        var all = (await holder.GetAsync("/api/access/territories?history=true").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Where(t => t.Text("code") == "41703410000010");
        Assert.Equal(2, all.Count());
    }
}
