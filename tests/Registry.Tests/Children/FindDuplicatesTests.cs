using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("14.2")]
public sealed class FindDuplicatesTests(RegistryHost host)
{
    [Fact]
    public async Task Explains_its_score()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity("Эгизова", "Жаңыл", birthDate: "2013-07-07"));
        var report = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Эгизова", "Жаныл", birthDate: "2013-07-07") })
            .JsonAsync();
        var likeness = report.GetProperty("items")[0];
        Assert.Equal(80, likeness.GetProperty("score").GetInt32());
        Assert.Equal(
            ["same-name", "same-birth-date", "same-sex"],
            likeness.GetProperty("signs").EnumerateArray().Select(s => s.GetString()!)
        );
    }

    [Fact]
    [Clause("25.1")]
    public async Task Tells_of_a_child_elsewhere_only_that_there_is_one()
    {
        var there = await host.SignedInAsync("holder.alamudun");
        await there.OpenCardAsync(
            Road.NewIdentity("Башкажактыкова", "Турдугүл", "10908201200019", "2012-08-09"),
            Road.Signal(territory: Road.Alamudun)
        );
        var holder = await host.SignedInAsync("holder.aksuu");
        var report = await holder
            .PostAsync(
                "/api/children/duplicates",
                new { identity = Road.NewIdentity("Башкажактыкова", "Турдугүл", "10908201200019", "2012-08-09") }
            )
            .JsonAsync();
        Assert.True(report.GetProperty("elsewhere").GetBoolean());
        Assert.Empty(report.GetProperty("items").EnumerateArray());
        Assert.DoesNotContain("41708", report.ToString(), StringComparison.Ordinal);
    }
}
