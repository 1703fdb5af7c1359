using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("15.4")]
public sealed class BoardTests(RegistryHost host)
{
    private static async Task<List<JsonElement>> BoardAsync(HttpClient user, string by) =>
        [.. (await user.GetAsync($"/api/children/board?by={by}").JsonAsync()).GetProperty("rows").EnumerateArray()];

    [Theory]
    [InlineData("district")]
    [InlineData("body")]
    [InlineData("specialist")]
    public async Task Every_way_of_gathering_counts_each_open_step_once(string by)
    {
        var ministry = await host.SignedInAsync("ministry");
        var today = new DateOnly(2026, 11, 23);
        var (open, late) = await host.InScopeAsync(async s =>
        {
            var deadlines = s.GetRequiredService<AccessDbContext>().Deadlines.Where(d => d.IsOpen);
            return (await deadlines.CountAsync(), await deadlines.CountAsync(d => d.DueOn < today));
        });
        var rows = await BoardAsync(ministry, by);
        Assert.Equal(open, rows.Sum(r => r.GetProperty("open").GetInt32()));
        Assert.Equal(late, rows.Sum(r => r.GetProperty("late").GetInt32()));
        Assert.Equal(
            rows.Select(r => r.GetProperty("late").GetInt32()).OrderDescending(),
            rows.Select(r => r.GetProperty("late").GetInt32())
        );
    }

    [Fact]
    public async Task The_week_of_the_board_is_the_week_of_the_list()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var today = new DateOnly(2026, 11, 23);
        var due = await host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Deadlines.CountAsync(d => d.IsOpen && d.District == "41702205" && d.DueOn >= today && d.DueOn <= today.AddDays(6))
        );
        Assert.Equal(due, (await BoardAsync(unit, "district")).Sum(r => r.GetProperty("week").GetInt32()));
        Assert.Equal(due, (await unit.GetAsync("/api/children/work-list/counts").JsonAsync()).GetProperty("week").GetInt32());
        Assert.True(due > 0);
    }

    [Fact]
    [Clause("7.territorial")]
    public async Task A_territorial_unit_sees_its_own_district_only()
    {
        var rows = await BoardAsync(await host.SignedInAsync("unit.aksuu"), "district");
        Assert.Equal("41702205", Assert.Single(rows).Text("key"));
        Assert.True((await BoardAsync(await host.SignedInAsync("ministry"), "district")).Count > 1);
    }
}
