using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Those who grant access see what is throttled after wrong attempts, and can lift it.</summary>
[Clause("5.admin", "15.2")]
public sealed class LiftBlockTests : AccountTests
{
    private async Task MistakeAsync(string login, int times)
    {
        for (var i = 0; i < times; i++)
            await Host.Browser().PostAsync("/api/access/sign-in", new { login, password = "wrong" });
    }

    private async Task<List<JsonElement>> BlocksAsync(string query = "") =>
        [.. (await Admin.GetAsync($"/api/access/blocks{query}").JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task A_block_is_seen_and_lifted_and_the_journal_has_it_under_the_account()
    {
        Assert.Empty(await BlocksAsync());
        await MistakeAsync("police.aksuu", 5);
        var block = Assert.Single(await BlocksAsync());
        Assert.Equal("police.aksuu", block.Text("login"));
        Assert.Equal("password", block.Text("door"));
        Assert.Equal("pair", block.Text("width"));
        Assert.Equal(5, block.GetProperty("failures").GetInt32());
        var right = new { login = "police.aksuu", password = Password };
        await Host.Browser().PostAsync("/api/access/sign-in", right).RefusedAsync(HttpStatusCode.TooManyRequests, "guess.wait");
        await Admin.PostAsync($"/api/access/blocks/{block.Id()}/lift").NothingAsync();
        await Host.Browser().PostAsync("/api/access/sign-in", right).JsonAsync();
        Assert.Empty(await BlocksAsync());
        var account = (await FindAsync("police.aksuu")).Id();
        Assert.Equal(
            1,
            await Host.InScopeAsync(s =>
                s.GetRequiredService<AccessDbContext>().Journal.CountAsync(e => e.Action == "LiftBlock" && e.AboutId == account)
            )
        );
        await Admin.PostAsync($"/api/access/blocks/{block.Id()}/lift").RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_list_has_pages_and_filters()
    {
        foreach (var login in new[] { "police.aksuu", "unit.aksuu", "central" })
            await MistakeAsync(login, 5);
        var first = await Admin.GetAsync("/api/access/blocks?size=2").JsonAsync();
        var second = await Admin.GetAsync($"/api/access/blocks?size=2&cursor={first.Text("next")}").JsonAsync();
        Assert.Equal(
            ["central", "police.aksuu", "unit.aksuu"],
            first
                .GetProperty("items")
                .EnumerateArray()
                .Concat(second.GetProperty("items").EnumerateArray())
                .Select(b => b.Text("login"))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("unit.aksuu", Assert.Single(await BlocksAsync("?search=unit")).Text("login"));
        Assert.Equal(3, (await BlocksAsync("?door=password")).Count);
        Assert.Empty(await BlocksAsync("?door=paper"));
    }

    [Fact]
    public async Task Four_mistakes_are_no_block_and_old_counts_are_removed()
    {
        await MistakeAsync("police.aksuu", 4);
        Assert.Empty(await BlocksAsync());
        Host.Clock.Advance(TimeSpan.FromHours(2));
        await Host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ForgetSignIns>().RunAsync(default);
            return 0;
        });
        Assert.Equal(0, await Host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Guesses.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_sees_or_lifts_them()
    {
        await MistakeAsync("police.aksuu", 5);
        var block = Assert.Single(await BlocksAsync()).Id();
        var holder = await Host.SignedInAsync("holder.aksuu");
        await holder.GetAsync("/api/access/blocks").RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        await holder.PostAsync($"/api/access/blocks/{block}/lift").RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
    }
}
