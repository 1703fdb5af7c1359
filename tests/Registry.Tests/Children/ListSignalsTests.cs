using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
public sealed class ListSignalsTests(RegistryHost host)
{
    [Fact]
    public async Task Pages_newest_first_without_gaps_and_filters_by_status()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
            made.Add((await holder.RegisterAsync()).Id());
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await holder.GetAsync($"/api/children/signals?size=2&status=new&cursor={cursor}").JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(s => s.Id()));
            Assert.All(page.GetProperty("items").EnumerateArray(), s => Assert.Equal("new", s.Text("status")));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null && seen.Count < 200);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(made.ToHashSet(), seen.ToHashSet());
        Assert.Equal(seen.OrderDescending().ToList(), seen);
    }

    [Fact]
    public async Task Refuses_a_cursor_that_was_not_made_here() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await (await host.SignedInAsync("holder.aksuu")).GetAsync("/api/children/signals?cursor=%D2%A3")).StatusCode
        );
}
