using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13b.2", "19.2")]
public sealed class EnterInitialInformationTests(RegistryHost host)
{
    [Fact]
    public async Task Meets_the_deadline_of_clause_19_2_when_nothing_is_missing()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.FillCardAsync(child);
        var version = (await holder.CardAsync(child)).GetProperty("case").Id("version").Etag();
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await holder.PostAsync($"/api/children/cards/{child}/enter-initial-information", version: version)).StatusCode
        );
        var card = await holder.CardAsync(child);
        Assert.Equal("information-entered", card.GetProperty("case").Text("status"));
        Assert.All(
            card.GetProperty("deadlines").EnumerateArray().Where(d => d.Text("step") != "assess"),
            d => Assert.Equal("2026-11-23", d.Text("metOn"))
        );
        Assert.Equal(2, card.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Is_refused_while_an_item_is_neither_filled_nor_explained()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).GetProperty("case").Id("version").Etag();
        Assert.Equal(
            "card.incomplete",
            (
                await holder
                    .PostAsync($"/api/children/cards/{child}/enter-initial-information", version: version)
                    .JsonAsync(HttpStatusCode.Conflict)
            ).Text("code")
        );
    }
}
