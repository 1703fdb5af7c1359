using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Search;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>A search reads what has the rarest word, from indexes alone: its cost does not grow with the children of a district, nor with the republic.</summary>
[Collection("host")]
[Trait("Needs", "embedded")]
public sealed class SearchPlanTests(RegistryHost host)
{
    [Theory]
    [InlineData(Road.AkSuu, new long[] { 1 })]
    [InlineData(Road.AkSuu, new long[] { 1, 2, 3 })]
    [InlineData("41700000000000", new long[] { 1 })]
    [InlineData(null, new long[] { 1 })]
    [InlineData(null, new long[] { 1, 2, 3 })]
    public async Task Goes_from_the_words_to_the_children_and_reads_indexes_only(string? territory, long[] tokens)
    {
        await host.SignedInAsync("holder.aksuu");
        var scope = territory is null ? DataScope.Republic : DataScope.In(territory);
        var sql = ChildFinder.Children(new Sql(sqlite: true).Add("EXPLAIN QUERY PLAN "), scope, [tokens, [7, 8]], [Guid.Empty]).Any(32);
        var plan = await host.Services.GetRequiredService<HotReads>().ListAsync(sql, row => row.GetString(3), CancellationToken.None);
        var tables = plan.Where(line => line.StartsWith("SEARCH", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("SEARCH t USING COVERING INDEX", tables[0], StringComparison.Ordinal);
        Assert.All(tables, line => Assert.Contains("USING COVERING INDEX", line, StringComparison.Ordinal));
        Assert.Contains(
            tables,
            line =>
                line.StartsWith("SEARCH c ", StringComparison.Ordinal) && line.Contains("(District=? AND Id=?", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN c", StringComparison.Ordinal));
    }
}
