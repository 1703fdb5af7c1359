using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13b.1", "17.4")]
public sealed class SiblingsTests(RegistryHost host)
{
    private static object Report(object? second = null, int children = 1, string relation = "mother", object? first = null) =>
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
            child = first ?? new { surname = "Биртууганова", name = "Алия" },
            siblings = Enumerable.Repeat(second ?? new { surname = "Биртууганов", name = "Нурбек" }, children),
            relatives = new[]
            {
                new
                {
                    relation,
                    fullName = "Энебекова Сайра",
                    phone = "0555000000",
                    abroadForWork = true,
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
            Assert.Equal("Энебекова Сайра", Assert.Single(relatives.GetProperty("list").EnumerateArray()).Text("fullName"));
        }
        var placements = await holder.GetAsync($"/api/institutions/placements/of-child/{one.Id("childId")}").JsonAsync();
        Assert.Contains(two.Id("childId").ToString(), placements.GetProperty("siblings").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_known_before_becomes_the_sibling_of_the_one_it_was_reported_with()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var known = (await holder.OpenCardAsync()).Id("childId");
        var made = await holder.RegisterAsync(Report());
        var one = (await holder.OpenCardFromAsync(made.Id(), Road.NewIdentity("Биртууганова", "Алия"))).Id("childId");
        await holder.LinkAsync(made.GetProperty("siblings")[0].Id(), known);
        await host.SettleAsync();
        var siblings = (await holder.GetAsync($"/api/institutions/placements/of-child/{one}").JsonAsync()).GetProperty("siblings");
        Assert.Equal([known], siblings.EnumerateArray().Select(s => s.Id("childId")));
    }

    [Fact]
    public async Task Children_reported_together_are_named_with_each_other_and_one_reported_alone_with_nobody()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        async Task<int> SiblingsAsync(object report) =>
            (await holder.GetAsync($"/api/children/signals/{(await holder.RegisterAsync(report)).Id()}").JsonAsync())
                .GetProperty("siblings")
                .GetArrayLength();
        Assert.Equal((2, 0), (await SiblingsAsync(Report(children: 2)), await SiblingsAsync(Road.Signal())));
    }

    [Fact]
    public async Task The_children_of_a_report_are_found_by_the_name_of_the_parent_it_tells()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = new { surname = "Табылган", name = "Эрмек" };
        var made = await holder.RegisterAsync(Report(child, relation: "mother", first: new { surname = "Табылган", name = "Мээрим" }));
        var found = await holder.PostAsync("/api/children/search", new { text = "Энебекова" }).JsonAsync();
        Assert.Contains(made.Text("number"), found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_without_a_known_name_is_registered_by_its_description_and_listed_so()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var made = await holder.RegisterAsync(Report(new { age = 4, note = "Кызыл куртка, базардын жанында" }));
        var other = Assert.Single(made.GetProperty("siblings").EnumerateArray()).Id();
        var row = (await holder.GetAsync("/api/children/signals?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(s => s.Id() == other);
        Assert.Equal("", row.Text("childName"));
        var card = await holder.OpenCardFromAsync(
            other,
            new { noPatronymic = true, unknown = new Dictionary<string, string> { ["name"] = "nobody-knows" } }
        );
        Assert.Equal("", (await holder.CardAsync(card.Id("childId"))).Text("fullName"));
    }

    [Fact]
    public async Task Refuses_children_that_cannot_be_told_apart_a_wrong_relation_a_date_that_cannot_be_and_more_than_ten_children()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        async Task<JsonElement> RefusedAsync(object report) =>
            await holder.PostAsync("/api/children/signals", report).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.describe", (await RefusedAsync(Report(new { age = 4 }))).CodeAt("siblings[0].note"));
        Assert.Equal("child.describe", (await RefusedAsync(Report(first: new { age = 4 }))).CodeAt("child.note"));
        Assert.Equal("signal.too-many-children", (await RefusedAsync(Report(children: 10))).CodeAt("siblings"));
        Assert.Equal("dictionary.unknown-code", (await RefusedAsync(Report(relation: "stranger"))).CodeAt("relatives[0].relation"));
        var ancient = new { name = "Нурбек", birthDate = "1917-05-01" };
        Assert.Equal("child.born-too-early", (await RefusedAsync(Report(ancient))).CodeAt("siblings[0].birthDate"));
    }

    [Fact]
    [Clause("17.2")]
    public async Task Refuses_a_relative_who_is_not_born_yet_and_takes_one_born_today()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        static object Report(string birthDate) =>
            new
            {
                source = "found-by-specialist",
                channel = "school",
                urgency = "ordinary",
                foundOn = "2026-11-23",
                territory = Road.AkSuu,
                account = "Үйүндө жалгыз.",
                reporter = new { anonymous = true },
                child = new { name = "Алия" },
                relatives = new[]
                {
                    new
                    {
                        relation = "mother",
                        fullName = "Энебекова Сайра",
                        birthDate,
                    },
                },
            };
        await holder.RegisterAsync(Report("2026-11-23"));
        var refused = await holder.PostAsync("/api/children/signals", Report("2026-11-24")).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.born-in-future", refused.CodeAt("relatives[0].birthDate"));
    }
}
