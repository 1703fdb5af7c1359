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
}
