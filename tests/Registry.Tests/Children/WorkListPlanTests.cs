using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Database;
using Registry.Children.WorkList;
using Registry.Kernel.Access;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>The work list is read from an index of open steps alone: its cost does not grow with the steps that were ever met.</summary>
[Collection("host")]
public sealed class WorkListPlanTests(RegistryHost host)
{
    [Theory]
    [InlineData(Road.AkSuu, false, "IX_open_by_district")]
    [InlineData(null, false, "IX_open_by_day")]
    [InlineData(null, true, "IX_open_by_responsible")]
    public async Task Reads_the_index_that_is_made_for_it_and_sorts_nothing(string? territory, bool mine, string index)
    {
        await host.SignedInAsync("holder.aksuu");
        var scope = territory is null ? DataScope.Republic : DataScope.In(territory);
        var caller = new Caller(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, "Holder", [], scope);
        var plan = await host.InScopeAsync(s =>
            PlanAsync(
                s.GetRequiredService<ChildrenDbContext>(),
                db => OpenSteps.Of(db, caller, mine, null, null).OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(26).ToQueryString()
            )
        );
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(ChildrenDbContext db, Func<ChildrenDbContext, string> query)
    {
        var sql = Regex.Replace(query(db), @"^\.param set .*$", "", RegexOptions.Multiline);
        await db.Database.OpenConnectionAsync();
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Regex.Matches(sql, @"@\w+").Select(m => m.Value).Distinct())
            command.Parameters.AddWithValue(name, "1");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }
}
