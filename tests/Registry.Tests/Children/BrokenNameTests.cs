using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>A name changed bypassing the Base is reported, and hides no one else [14.3].</summary>
[Clause("14.3")]
public sealed class BrokenNameTests : IDisposable
{
    private readonly RegistryHost _host = new();

    [Fact]
    public async Task In_the_work_list_hides_no_other_row_and_is_a_finding_at_once()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await ItemsAsync(holder, "/api/children/work-list"))[0].Id("childId");
        await BreakAsync(child);
        var rows = await ItemsAsync(holder, "/api/children/work-list?size=100");
        Assert.All(rows.Where(r => r.Id("childId") == child), r => Assert.Equal(Child.UnreadableName, r.Text("childName")));
        Assert.Contains(rows, r => r.Text("childName") is { Length: > 1 });

        var seen = await (await _host.SignedInAsync("admin")).GetAsync("/api/access/operations").JsonAsync();
        Assert.Contains(seen.GetProperty("findings").EnumerateArray(), f => f.Text("check") == "broken-seals" && f.Id("aboutId") == child);
    }

    [Fact]
    public async Task In_the_list_of_signals_hides_no_other_row()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var (other, signal) = ((await holder.RegisterAsync()).Id(), (await holder.RegisterAsync()).Id());
        await BreakAsync(
            await _host.InScopeAsync(s =>
                s.GetRequiredService<ChildrenDbContext>().Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync()
            )
        );
        var rows = await ItemsAsync(holder, "/api/children/signals?size=100");
        Assert.Contains(Child.UnreadableName, rows.Single(r => r.Id() == signal).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Child.UnreadableName, rows.Single(r => r.Id() == other).ToString(), StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient holder, string list) =>
        [.. (await holder.GetAsync(list).JsonAsync()).GetProperty("items").EnumerateArray()];

    private Task<int> BreakAsync(Guid child) =>
        _host.InScopeAsync(async services =>
        {
            var children = services.GetRequiredService<ChildrenDbContext>().Children.Where(c => c.Id == child);
            var broken = await children.Select(c => c.SealedName).SingleAsync();
            broken[^1] ^= 1;
            return await children.ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedName, broken));
        });

    public void Dispose() => _host.Dispose();
}
