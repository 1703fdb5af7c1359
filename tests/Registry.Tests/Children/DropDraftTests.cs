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

    [Fact]
    public async Task What_another_page_has_written_since_stays()
    {
        var (holder, one, other) = (await host.SignedInAsync("holder.aksuu"), Guid.CreateVersion7(), Guid.CreateVersion7());
        Task KeepAsync(Guid writer, long number, long? after) =>
            holder
                .PostAsync(
                    "/api/children/drafts",
                    new
                    {
                        key = "sent-by-one",
                        text = "x",
                        writer,
                        number,
                        after,
                    }
                )
                .JsonAsync();
        await KeepAsync(one, 1, null);
        await KeepAsync(other, 2, 1);
        foreach (var (how, stays) in new[] { ($"writer={one}", true), ("number=1", true), ($"writer={other}", false) })
        {
            await holder.DeleteAsync($"/api/children/drafts/sent-by-one?{how}").NothingAsync();
            var text = (await holder.GetAsync("/api/children/drafts/sent-by-one").JsonAsync()).GetProperty("text");
            Assert.Equal((how, stays), (how, text.ValueKind is JsonValueKind.String));
        }
    }
}
