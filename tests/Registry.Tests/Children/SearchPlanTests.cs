using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Data;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>A search reads entries of the rarest word, from indexes alone: its cost does not grow with a district or the republic.</summary>
[Collection("host")]
[Trait("Needs", "embedded")]
public sealed class SearchPlanTests(RegistryHost host)
{
    [Theory]
    [InlineData(Road.AkSuu)]
    [InlineData("41700000000000")]
    [InlineData(null)]
    public async Task The_children_that_tokens_lead_to_are_read_from_an_index_alone(string? territory)
    {
        var scope = territory is null ? DataScope.Republic : DataScope.In(territory);
        var led = Enumerable.Range(0, 3).Select(_ => KeyValuePair.Create(Registry.Basics.Ids.New(), "41702430")).ToList();
        var plan = await PlanAsync(ChildFinder.Children(Explain(), scope, led).Any(32));
        var tables = plan.Where(line => line.StartsWith("SEARCH", StringComparison.Ordinal)).ToList();
        Assert.All(tables, line => Assert.Contains("USING COVERING INDEX", line, StringComparison.Ordinal));
        Assert.Contains(
            tables,
            line =>
                line.StartsWith("SEARCH c ", StringComparison.Ordinal) && line.Contains("(District=? AND Id=?", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN c", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_are_found_by_their_tokens()
    {
        var plan = await PlanAsync(ChildFinder.Entries(Explain(), [1, 2, 3]));
        Assert.Equal(
            "SEARCH t USING PRIMARY KEY (Token=?)",
            Assert.Single(plan, line => line.Contains(" t ", StringComparison.Ordinal) || line.EndsWith(" t", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Where_few_children_are_left_each_is_asked_for_by_itself()
    {
        var plan = await PlanAsync(ChildFinder.OneByOne(Explain(), [new(1, 2, 3)]));
        Assert.Contains("SEARCH t USING PRIMARY KEY (Token=? AND High=? AND Low=?)", plan);
    }

    private static Sql Explain() => new Sql(sqlite: true).Add("EXPLAIN QUERY PLAN ");

    private async Task<List<string>> PlanAsync(Sql sql) =>
        await host.Services.GetRequiredService<HotReads>().ListAsync(sql, row => row.GetString(3), CancellationToken.None);
}
