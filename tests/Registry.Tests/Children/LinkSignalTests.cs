using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("19.2")]
public sealed class LinkSignalTests(RegistryHost host)
{
    [Fact]
    public async Task Joins_the_known_childs_case_and_its_contents_stay_readable()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var known = await holder.OpenCardAsync();
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist"))).Id();
        var linked = await holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = known.Id("childId") },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync();
        Assert.Equal(known.Text("caseNumber"), linked.Text("caseNumber"));
        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("linked", read.Text("status"));
        Assert.Equal("Мектепке келбейт, үйүндө жалгыз.", read.GetProperty("contents").Text("account"));
        Assert.Equal(2, (await holder.CardAsync(known.Id("childId"))).GetProperty("signals").GetArrayLength());
    }

    [Fact]
    public async Task Refuses_a_child_of_another_territory()
    {
        var elsewhere = await (await host.SignedInAsync("holder.alamudun")).OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun));
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var problem = await holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = elsewhere.Id("childId") },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.unknown", problem.CodeAt("childId"));
    }
}
