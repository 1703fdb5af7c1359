using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
public sealed class ListBodiesTests(RegistryHost host)
{
    [Fact]
    public async Task Finds_by_either_name_whatever_the_case()
    {
        var admin = await host.SignedInAsync("admin");
        foreach (var search in new[] { "агартуу", "ПРОСВЕЩЕНИЯ", "00101199610025" })
            Assert.Equal(
                "00101199610025",
                (await admin.GetAsync("/api/access/bodies?search=" + Uri.EscapeDataString(search)).JsonAsync())
                    .GetProperty("items")[0]
                    .Text("inn")
            );
    }

    [Fact]
    public async Task Names_one_that_was_chosen_before_however_many_there_are()
    {
        var admin = await host.SignedInAsync("admin");
        var all = (await admin.GetAsync("/api/access/bodies?size=100").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        var one = await admin.GetAsync($"/api/access/bodies?id={all[^1].Id()}").JsonAsync();
        Assert.Equal(all[^1].Id(), one.GetProperty("items").EnumerateArray().Single().Id());
        var people = (await admin.GetAsync("/api/access/specialists").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        var person = await admin.GetAsync($"/api/access/specialists?id={people[^1].Id()}").JsonAsync();
        Assert.Equal(people[^1].Text("fullName"), person.GetProperty("items").EnumerateArray().Single().Text("fullName"));
    }
}
