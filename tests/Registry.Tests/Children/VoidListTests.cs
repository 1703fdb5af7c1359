using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>The list of cards whose voiding is requested: who may decide, who may withdraw, and only those of the requested child.</summary>
[Collection("host")]
[Clause("20.9")]
public sealed class VoidListTests(RegistryHost host)
{
    private static async Task<JsonElement> OnlyAsync(HttpClient user, Guid child) =>
        Assert.Single(
            (await user.GetAsync($"/api/children/voids?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().ToList()
        );

    [Fact]
    public async Task A_decided_request_waits_no_more()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var (child, other) = ((await holder.OpenCardAsync()).Id("childId"), (await holder.OpenCardAsync()).Id("childId"));
        foreach (var asked in new[] { child, other })
            await holder.PostAsync($"/api/children/cards/{asked}/void", new { reason = "Жаңылыш" }).JsonAsync(HttpStatusCode.Created);
        var seen = await OnlyAsync(unit, child);
        await unit.PostAsync($"/api/children/voids/{seen.Id()}/decide", new { confirm = false }, seen.Id("version").Etag()).NothingAsync();
        var waiting = (await unit.GetAsync("/api/children/voids?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Select(v => v.Id("childId"))
            .ToList();
        Assert.Contains(other, waiting);
        Assert.DoesNotContain(child, waiting);
    }

    [Fact]
    public async Task Another_person_decides_the_asker_takes_back_and_afterwards_nobody_does()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var (child, other) = ((await holder.OpenCardAsync()).Id("childId"), (await holder.OpenCardAsync()).Id("childId"));
        foreach (var asked in new[] { other, child })
            await holder.PostAsync($"/api/children/cards/{asked}/void", new { reason = "Жаңылыш" }).JsonAsync(HttpStatusCode.Created);
        foreach (var (user, decides, takesBack) in new[] { (holder, false, true), (unit, true, false) })
        {
            var row = await OnlyAsync(user, child);
            Assert.Equal(decides, row.GetProperty("canDecide").GetBoolean());
            Assert.Equal(takesBack, row.GetProperty("canWithdraw").GetBoolean());
        }
        var seen = await OnlyAsync(unit, child);
        await unit.PostAsync($"/api/children/voids/{seen.Id()}/decide", new { confirm = false }, seen.Id("version").Etag()).NothingAsync();
        foreach (var user in new[] { holder, unit })
        {
            var rows = (await user.GetAsync($"/api/children/voids?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray();
            Assert.All(rows, row => Assert.False(row.GetProperty("canDecide").GetBoolean() || row.GetProperty("canWithdraw").GetBoolean()));
        }
    }
}
