using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13b.1", "17.4")]
public sealed class SiblingsTests(RegistryHost host)
{
    private static object Report(object? second = null, int children = 1) =>
        new
        {
            source = "report-received",
            channel = "school",
            urgency = "ordinary",
            foundOn = "2026-11-23",
            receivedOn = "2026-11-23",
            territory = Road.AkSuu,
            account = "Эки бала үйдө жалгыз.",
            reporter = new { anonymous = true },
            child = new { surname = "Биртууганова", name = "Алия" },
            siblings = Enumerable.Repeat(second ?? new { surname = "Биртууганов", name = "Нурбек" }, children),
            relatives = new[]
            {
                new
                {
                    relation = "mother",
                    fullName = "Биртууганова Сайра",
                    phone = "0555000000",
                },
            },
        };

    [Fact]
    public async Task A_report_about_two_children_makes_two_linked_signals_with_the_relatives_entered_once()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var made = await holder.RegisterAsync(Report());
        var other = Assert.Single(made.GetProperty("siblings").EnumerateArray());
        Assert.NotEqual(made.Text("number"), other.Text("number"));
        var first = await holder.GetAsync($"/api/children/signals/{made.Id()}").JsonAsync();
        Assert.Equal(other.Id(), Assert.Single(first.GetProperty("siblings").EnumerateArray()).Id());
        Assert.Single((await holder.GetAsync($"/api/children/signals/{other.Id()}").JsonAsync()).Owed("process-report"));
        var one = await holder.OpenCardFromAsync(made.Id(), Road.NewIdentity("Биртууганова", "Алия"));
        var two = await holder.OpenCardFromAsync(other.Id(), Road.NewIdentity("Биртууганов", "Нурбек"));
        await host.SettleAsync();
        foreach (var child in new[] { one, two })
        {
            var relatives = (await holder.CardAsync(child.Id("childId"))).GetProperty("contents").GetProperty("relatives");
            Assert.Equal("Биртууганова Сайра", Assert.Single(relatives.GetProperty("list").EnumerateArray()).Text("fullName"));
        }
        var placements = await holder.GetAsync($"/api/institutions/placements/of-child/{one.Id("childId")}").JsonAsync();
        Assert.Contains(two.Id("childId").ToString(), placements.GetProperty("siblings").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_without_a_known_name_is_registered_by_its_description_and_listed_so()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var nameless = new
        {
            nameUnknown = true,
            age = 4,
            note = "Кызыл куртка, базардын жанында",
        };
        var made = await holder.RegisterAsync(Report(nameless));
        var other = Assert.Single(made.GetProperty("siblings").EnumerateArray()).Id();
        var row = (await holder.GetAsync("/api/children/signals?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(s => s.Id() == other);
        Assert.Equal("", row.Text("childName"));
        var card = await holder.OpenCardFromAsync(other, new { nameUnknown = true, noPatronymic = true });
        Assert.Equal("", (await holder.CardAsync(card.Id("childId"))).Text("fullName"));
    }

    [Fact]
    public async Task Refuses_a_nameless_child_without_a_description_a_wrong_relation_and_more_than_ten_children()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        async Task<JsonElement> RefusedAsync(object report) =>
            await holder.PostAsync("/api/children/signals", report).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.describe", (await RefusedAsync(Report(new { nameUnknown = true }))).CodeAt("siblings[0].note"));
        Assert.Equal("signal.too-many-children", (await RefusedAsync(Report(children: 10))).CodeAt("siblings"));
    }
}
