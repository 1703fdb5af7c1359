using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
public sealed class DropDraftTests(RegistryHost host)
{
    [Fact]
    public async Task Drops_the_draft_and_dropping_twice_does_no_harm()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.PostAsync("/api/children/drafts", new { key = "to-drop", text = "x" }).JsonAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await holder.DeleteAsync("/api/children/drafts/to-drop")).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await holder.GetAsync("/api/children/drafts/to-drop").JsonAsync()).GetProperty("text").ValueKind);
    }
}
