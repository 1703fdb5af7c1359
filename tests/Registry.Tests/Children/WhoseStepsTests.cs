using System.Text.Json;
using System.Text.RegularExpressions;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.WorkList;
using Registry.Contracts;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>«My work» contains what its reader may carry out [13b.4].</summary>
public sealed partial class WhoseStepsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static async Task<List<JsonElement>> ListAsync(HttpClient user, string query)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await user.GetAsync($"/api/children/work-list?size=100&{query}&cursor={cursor}").JsonAsync();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return all;
    }

    [Theory]
    [Clause("13b.4")]
    [InlineData("holder.aksuu")]
    [InlineData("unit.aksuu")]
    [InlineData("police.aksuu")]
    [InlineData("ministry")]
    public async Task Whoever_carries_out_steps_is_shown_those_alone(string login)
    {
        var user = await host.SignedInAsync(login);
        var me = await user.GetAsync("/api/access/me").JsonAsync();
        var may = me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ToHashSet();
        var mine = (await ListAsync(user, "whose=mine")).Select(i => i.Id()).ToHashSet();
        var expected = (await ListAsync(user, "")).Where(i => May(i)).Select(i => i.Id()).ToList();
        var shown = await ListAsync(user, "whose=doable");
        Assert.Equal(expected, shown.Select(i => i.Id()));
        var counts = await user.GetAsync("/api/children/work-list/counts?whose=doable").JsonAsync();
        Assert.True(counts.GetProperty("mayDoAny").GetBoolean());
        Assert.Equal(expected.Count, counts.GetProperty("all").GetInt32());

        bool May(JsonElement item)
        {
            var step = Enum.GetValues<Step>().Single(s => s.Code() == item.Text("step"));
            return may.Contains(step.Needs().Code()) && (step is not Step.CarryOutMeasure || mine.Contains(item.Id()));
        }
    }

    [Fact]
    public async Task A_unit_approves_and_consents_and_is_shown_nothing_that_holders_do()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var steps = (await ListAsync(unit, "whose=doable")).Select(i => i.Text("step")).ToHashSet();
        Assert.Contains("approve-plan", steps);
        Assert.Empty(steps.Except(["approve-plan", "decide-ending", "confirm-day-found", "answer-subject", "notify-recipient"]));
    }

    [Fact]
    public async Task Whoever_carries_out_nothing_watches_over_everything()
    {
        var central = await host.SignedInAsync("central");
        var counts = await central.GetAsync("/api/children/work-list/counts?whose=doable").JsonAsync();
        Assert.False(counts.GetProperty("mayDoAny").GetBoolean());
        Assert.Equal((await ListAsync(central, "")).Count, (await ListAsync(central, "whose=doable")).Count);
    }

    [Fact]
    public async Task Refuses_a_word_that_it_does_not_know() =>
        await (await host.SignedInAsync("holder.aksuu"))
            .GetAsync("/api/children/work-list?whose=everybody")
            .RefusedAsync(System.Net.HttpStatusCode.BadRequest, "field.wrong-format");

    /// <summary>A step offered as doable is met by an endpoint that admits the same reader.</summary>
    [Fact]
    public void The_endpoint_that_meets_a_step_asks_for_the_permission_that_the_list_goes_by()
    {
        var met = (
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Modules"), "*.cs", SearchOption.AllDirectories)
            let text = File.ReadAllText(file)
            let guarded = Guarded().Match(text)
            where guarded.Success
            from Match step in Meets().Matches(text)
            select (Step: Enum.Parse<Step>(step.Groups[1].Value), By: Enum.Parse<Permission>(guarded.Groups[1].Value))
        ).ToLookup(m => m.Step, m => m.By);
        Assert.True(met.Count >= 17, $"{met.Count} steps are met by an endpoint of their own");
        Assert.All(met, steps => Assert.Contains(steps.Key.Needs(), steps));
    }

    [GeneratedRegex(@"Guarded\(\s*Permission\.(\w+)")]
    private static partial Regex Guarded();

    [GeneratedRegex(@"MeetAsync\(db, Step\.(\w+)")]
    private static partial Regex Meets();
}
