using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.WorkList;
using Registry.Platform.Data;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>The work list is read from an index of open steps alone: its cost does not grow with steps already met.</summary>
[Collection("host")]
[Trait("Needs", "embedded")]
public sealed class WorkListPlanTests(RegistryHost host)
{
    [Theory]
    [InlineData(Road.AkSuu, "All", "IX_open_by_district")]
    [InlineData(Road.AkSuu, "Doable", "IX_open_by_district")]
    [InlineData(null, "All", "IX_open_by_day")]
    [InlineData(null, "Mine", "IX_open_by_responsible")]
    public async Task Reads_the_index_that_is_made_for_it_and_sorts_nothing(string? territory, string whose, string index)
    {
        var plan = await PlanAsync(territory, Enum.Parse<Whose>(whose), [Permission.EditChildren, Permission.ReportMeasures]);
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_few_steps_of_the_centre_are_found_in_the_republic_by_their_own_index() =>
        Assert.Contains(
            "IX_open_by_step",
            await PlanAsync(null, Whose.Doable, [Permission.DecidePurges, Permission.DecideMerges]),
            StringComparison.Ordinal
        );

    private async Task<string> PlanAsync(string? territory, Whose whose, Permission[] may)
    {
        await host.SignedInAsync("holder.aksuu");
        var scope = territory is null ? DataScope.Republic : DataScope.In(territory);
        var caller = new Caller(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, Role.Holder, [.. may], scope);
        var sql = new Sql(sqlite: true)
            .Add("EXPLAIN QUERY PLAN SELECT d.Id FROM {platform.deadlines} d")
            .WhereOpen(caller, new CountWorkListRequest(whose), WorkListDue.All, default)
            .Add(" ORDER BY d.DueOn, d.Id")
            .First(26);
        var lines = await host.Services.GetRequiredService<HotReads>().ListAsync(sql, row => row.GetString(3), CancellationToken.None);
        return string.Join('\n', lines);
    }

    [Theory]
    [InlineData(Road.AkSuu, true, "IX_children_in_danger")]
    [InlineData(Road.AkSuu, false, "IX_open_by_district")]
    [InlineData(null, true, "IX_children_in_danger")]
    [InlineData(null, false, "IX_open_by_day")]
    public async Task Children_in_danger_are_found_by_their_own_index_and_the_others_read_in_order(
        string? territory,
        bool danger,
        string index
    )
    {
        await host.SignedInAsync("holder.aksuu");
        var scope = territory is null ? DataScope.Republic : DataScope.In(territory);
        var caller = new Caller(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, Role.Holder, [], scope);
        var reads = host.Services.GetRequiredService<HotReads>();
        var steps = DangerFirst
            .Steps(new Sql(sqlite: true).Add("EXPLAIN QUERY PLAN "), danger, caller, new CountWorkListRequest(), WorkListDue.All, default)
            .Add(" ORDER BY d.DueOn, d.Id");
        var sql = steps.First(26);
        var lines = await reads.ListAsync(sql, row => row.GetString(3), CancellationToken.None);
        var plan = string.Join('\n', lines);
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.Equal(danger, plan.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
