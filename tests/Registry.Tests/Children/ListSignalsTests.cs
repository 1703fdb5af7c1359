using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
public sealed class ListSignalsTests(RegistryHost host)
{
    private static readonly string[] Gravest = ["immediate", "urgent", "ordinary"];

    [Fact]
    public async Task Pages_without_gaps_the_most_urgent_first_then_the_newest_and_filters_by_status()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
            made.Add((await holder.RegisterAsync()).Id());
        var seen = new List<Guid>();
        var told = new List<(int Urgency, Guid Id)>();
        string? cursor = null;
        do
        {
            var page = await holder.GetAsync($"/api/children/signals?size=2&status=new&cursor={cursor}").JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(s => s.Id()));
            told.AddRange(page.GetProperty("items").EnumerateArray().Select(s => (Array.IndexOf(Gravest, s.Text("urgency")), s.Id())));
            Assert.All(page.GetProperty("items").EnumerateArray(), s => Assert.Equal("new", s.Text("status")));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null && seen.Count < 200);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(made.ToHashSet(), seen.ToHashSet());
        Assert.Equal(told.OrderBy(s => s.Urgency).ThenByDescending(s => s.Id), told);
    }

    [Fact]
    public async Task Refuses_a_cursor_that_was_not_made_here() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await (await host.SignedInAsync("holder.aksuu")).GetAsync("/api/children/signals?cursor=%D2%A3")).StatusCode
        );
}
