using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Users of a town or an aiyl aimak see their own place and never the district around it [7.territorial, 25.1].</summary>
[Collection("host")]
[Clause("5.holder", "7.territorial", "25.1")]
public sealed class TownTests(RegistryHost host)
{
    [Theory]
    [InlineData("town.aksuu", Road.Town)]
    [InlineData("aimak.aksuu", Road.Village)]
    public async Task Every_list_shows_the_own_place_only(string user, string place)
    {
        var below = await host.SignedInAsync(user);
        var rayon = await host.SignedInAsync("holder.aksuu");
        var own = await below.OpenCardAsync(Road.NewIdentity("Шаардыкова"), Road.Signal(territory: place));
        var elsewhere = await rayon.OpenCardAsync(Road.NewIdentity("Шаардыкова"));
        // the rayon sees both, each place only its own
        Assert.Equal(2, (await FoundAsync(rayon)).Count(id => id == own.Id("childId") || id == elsewhere.Id("childId")));
        Assert.Equal([own.Id("childId")], (await FoundAsync(below)).Where(id => id == own.Id("childId") || id == elsewhere.Id("childId")));
        Assert.Equal(HttpStatusCode.NotFound, (await below.GetAsync($"/api/children/cards/{elsewhere.Id("childId")}")).StatusCode);
        foreach (var list in new[] { "/api/children/work-list?size=100", "/api/children/signals?size=100", "/api/plans?size=100" })
        {
            var rows = (await below.GetAsync(list).JsonAsync()).GetProperty("items").EnumerateArray().ToList();
            Assert.All(rows, row => Assert.True(Oracle.Sees(user, row.Text("territory")), $"{list}: {row.Text("territory")}"));
        }
        Assert.NotEmpty((await below.GetAsync("/api/children/work-list?size=100").JsonAsync()).GetProperty("items").EnumerateArray());
        // the board and the reports count what the lists show
        async Task<int> OpenAsync(HttpClient reader) =>
            (await reader.GetAsync("/api/children/board?by=district").JsonAsync())
                .GetProperty("rows")
                .EnumerateArray()
                .Sum(r => r.GetProperty("open").GetInt32());
        Assert.InRange(await OpenAsync(below), 1, await OpenAsync(rayon) - 1);
    }

    private static async Task<List<Guid>> FoundAsync(HttpClient user) =>
        [
            .. (await user.PostAsync("/api/children/search", new { text = "Шаардыкова" }).JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(c => c.Id()),
        ];

    [Fact]
    public async Task A_signal_of_the_rayon_goes_to_its_holder_and_is_not_the_towns_to_read()
    {
        var town = await host.SignedInAsync("town.aksuu");
        foreach (var place in new[] { Road.AkSuu, Road.Aimak, Road.Alamudun })
        {
            var sent = await town.RegisterAsync(Road.Signal(territory: place));
            Assert.True(sent.GetProperty("forwarded").GetBoolean());
            Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync($"/api/children/signals/{sent.Id()}")).StatusCode);
        }
    }

    [Fact]
    public async Task Measures_are_given_to_those_who_work_for_the_childs_place()
    {
        var rayon = await host.SignedInAsync("holder.aksuu");
        var aimak = await host.SignedInAsync("aimak.aksuu");
        var child = (await aimak.OpenCardAsync(signal: Road.Signal(territory: Road.Village))).Id("childId");
        await aimak.AssessAsync(child);
        var plan = await aimak.FormPlanAsync(child);
        async Task<List<string>> NamesAsync(HttpClient user, string query = "") =>
            [
                .. (await user.GetAsync("/api/plans/responsibles" + query).JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(s => s.Text("fullName").Split(' ')[0]),
            ];
        foreach (var names in new[] { await NamesAsync(aimak), await NamesAsync(rayon, $"?planId={plan}") })
        {
            Assert.Contains("Бейшеев", names);
            Assert.Contains("Сыдыков", names);
            Assert.Contains("Токтосунова", names);
            Assert.DoesNotContain("Алиева", names); // of the neighboring town
        }
        Assert.DoesNotContain("Бейшеев", await NamesAsync(rayon));
        Assert.DoesNotContain("Бейшеев", await NamesAsync(await host.SignedInAsync("town.aksuu")));
        await (await host.SignedInAsync("town.aksuu"))
            .GetAsync($"/api/plans/responsibles?planId={plan}")
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }
}
