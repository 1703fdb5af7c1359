using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("14.2")]
public sealed class ReadCardHistoryTests(RegistryHost host)
{
    [Fact]
    public async Task Tells_who_changed_what_when_before_and_after()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        foreach (var livesWith in new[] { "Энеси", "Чоң энеси" })
            await holder
                .PutAsync(
                    $"/api/children/cards/{child}/residence",
                    new { section = new { noResidence = true, livesWith } },
                    (await holder.CardAsync(child)).SectionVersion("residence")
                )
                .JsonAsync();
        var changes = (await holder.GetAsync($"/api/children/cards/{child}/history").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Equal("residence", changes[0].Text("section"));
        Assert.Equal("Токтосунова Нургүл Бакытовна", changes[0].Text("by"));
        var item = Assert.Single(changes[0].GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(("livesWith", "Энеси", "Чоң энеси"), (item.Text("item"), item.Text("before"), item.Text("after")));
        Assert.Equal(4, changes.Count);
    }

    [Fact]
    public async Task Lies_sealed_in_the_database()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var rows = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().CardChanges.Where(c => c.ChildId == child).Select(c => c.SealedAfter).ToListAsync()
        );
        Assert.All(rows, sealedAfter => Assert.Equal(-1, sealedAfter.AsSpan().IndexOf("Сынова"u8)));
    }
}
