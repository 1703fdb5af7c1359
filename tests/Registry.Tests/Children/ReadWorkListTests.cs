using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

public sealed class ReadWorkListTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    private async Task<List<JsonElement>> ListAsync(string query = "", int size = 100)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await _holder.GetAsync($"/api/children/work-list?size={size}&{query}&cursor={cursor}").JsonAsync();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return all;
    }

    [Fact]
    [Clause("19.1", "19.2")]
    public async Task Is_in_the_order_of_due_days_children_in_danger_first_with_days_left_and_pages_without_gaps()
    {
        var all = await ListAsync();
        Assert.Equal(
            all.OrderBy(i => i.GetProperty("mark").Text("severity") != "danger").ThenBy(i => i.Text("dueOn"), StringComparer.Ordinal),
            all
        );
        Assert.All(
            all,
            i =>
                Assert.Equal(
                    Math.Sign(string.CompareOrdinal(i.Text("dueOn"), "2026-11-23")),
                    Math.Sign(i.GetProperty("daysLeft").GetInt32())
                )
        );
        Assert.Equal(all.Select(i => i.Id()), (await ListAsync(size: 7)).Select(i => i.Id()));
    }

    [Fact]
    public async Task Counts_what_its_filters_show()
    {
        var counts = await _holder.GetAsync("/api/children/work-list/counts").JsonAsync();
        foreach (var due in new[] { "late", "today", "week", "all" })
            Assert.Equal(counts.GetProperty(due).GetInt32(), (await ListAsync($"due={due}")).Count);
        Assert.Empty(await ListAsync($"territory={Road.Alamudun}"));
        Assert.All(await ListAsync("step=enter-found-child"), i => Assert.Equal("19.1", i.Text("clause")));
    }

    [Fact]
    public async Task A_met_step_leaves_the_list()
    {
        var signal = await _holder.RegisterAsync(Road.Signal("found-by-specialist"));
        Assert.Equal(2, (await ListAsync()).Count(i => i.Id("aboutId") == signal.Id()));
        await _holder.OpenCardFromAsync(signal.Id());
        var left = Assert.Single(await ListAsync(), i => i.Id("aboutId") == signal.Id());
        Assert.True(left.GetProperty("inBase").GetBoolean());
        Assert.Matches("^41702205-2026-", left.Text("number"));
    }

    [Fact]
    [Clause("15.4")]
    public async Task Narrows_down_to_a_clause_to_a_specialist_and_to_what_nobody_has_taken()
    {
        var all = await AllAsync("");
        Assert.NotEmpty(await AllAsync("clause=19.2"));
        Assert.All(await AllAsync("clause=19.2"), i => Assert.Equal("19.2", i.Text("clause")));
        var board = await _holder.GetAsync("/api/children/board?by=specialist").JsonAsync();
        var told = 0;
        foreach (var row in board.GetProperty("rows").EnumerateArray())
        {
            var who = row.Text("key") is { Length: > 0 } key ? $"responsible={key}" : "unassigned=true";
            var counts = await _holder.GetAsync($"/api/children/work-list/counts?{who}").JsonAsync();
            Assert.Equal(row.GetProperty("open").GetInt32(), counts.GetProperty("all").GetInt32());
            Assert.Equal(counts.GetProperty("all").GetInt32(), (await AllAsync(who)).Count);
            told += counts.GetProperty("all").GetInt32();
        }
        Assert.Equal(all.Count, told);
        Assert.Empty(await AllAsync($"responsible={Guid.Empty}"));
    }

    private async Task<List<JsonElement>> AllAsync(string filter)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await _holder
                .GetAsync($"/api/children/work-list?size=100&{filter}{(cursor is null ? "" : $"&cursor={cursor}")}")
                .JsonAsync();
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return items;
    }

    [Fact]
    public async Task Mine_shows_only_what_I_am_responsible_for()
    {
        var mine = await ListAsync("whose=mine");
        Assert.NotEmpty(mine);
        var unit = await host.SignedInAsync("unit.aksuu");
        Assert.Empty((await unit.GetAsync("/api/children/work-list?whose=mine").JsonAsync()).GetProperty("items").EnumerateArray());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
