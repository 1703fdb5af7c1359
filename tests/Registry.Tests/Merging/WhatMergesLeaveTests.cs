using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>What a merge leaves alone: the family once, other children's visits, and what had ended before.</summary>
[Clause("20", "14.2")]
public sealed class WhatMergesLeaveTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    private async Task<Guid> PlainAsync(string surname) =>
        (await _holder.OpenCardAsync(Road.NewIdentity(surname), Road.Signal(child: new { }))).Id("childId");

    private async Task<string> NumberAsync(Guid child) => (await _holder.CardAsync(child)).GetProperty("case").Text("number");

    [Fact]
    [Clause("17.4")]
    public async Task Two_cards_taken_for_siblings_become_one_child_with_each_brother_and_sister_once()
    {
        var (kept, other) = (await PlainAsync("Биринчиева"), await PlainAsync("Экинчиева"));
        var (shared, further) = (await PlainAsync("Үчүнчүева"), await PlainAsync("Төртүнчүева"));
        foreach (var (child, sibling) in new[] { (kept, other), (kept, shared), (other, shared), (other, further) })
            await _holder.PostAsync($"/api/institutions/siblings/of-child/{child}", new { siblingId = sibling }).NothingAsync();
        await host.MergeAsync(_holder, kept, other);
        var read = await _holder.GetAsync($"/api/institutions/placements/of-child/{kept}").JsonAsync();
        var siblings = read.GetProperty("siblings").EnumerateArray().Select(s => s.Id("childId")).ToList();
        Assert.Equal(new[] { shared, further }.Order(), siblings.Where(s => s != other).Order());
    }

    [Fact]
    [Clause("13b.4")]
    public async Task The_visits_of_a_third_child_are_expected_as_before()
    {
        var (kept, other, third) = (await PlainAsync("Биринчиева"), await PlainAsync("Экинчиева"), await PlainAsync("Үчүнчүева"));
        foreach (var child in new[] { kept, other, third })
            await _holder
                .PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-12-01" })
                .JsonAsync(System.Net.HttpStatusCode.Created);
        await host.MergeAsync(_holder, kept, other);
        async Task<List<string?>> CalledOffAsync(Guid child) =>
            [
                .. (await _holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(v => v.GetProperty("calledOffOn").GetString()),
            ];
        Assert.Equal([null], await CalledOffAsync(third));
        Assert.Equal([null, "2026-11-23"], (await CalledOffAsync(kept)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_entered_after_a_merge_goes_into_the_case_that_goes_on(bool otherHadEnded)
    {
        var (kept, other) = (await PlainAsync("Биринчиева"), await PlainAsync("Экинчиева"));
        if (otherHadEnded)
            await host.EndCaseAsync(_holder, await host.SignedInAsync("unit.aksuu"), other);
        await host.MergeAsync(_holder, kept, other);
        await _holder.SaveSectionAsync(kept, "residence");
        await _holder.EnterInformationAsync(kept);
        Assert.Equal("information-entered", (await _holder.CardAsync(kept)).GetProperty("case").Text("status"));
    }

    [Fact]
    [Clause("20.9")]
    public async Task A_case_that_had_ended_before_the_merge_owes_nothing_when_the_other_one_is_reopened()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var (kept, other) = (await PlainAsync("Биринчиева"), await PlainAsync("Экинчиева"));
        var number = await NumberAsync(kept);
        await host.EndCaseAsync(_holder, unit, other);
        await host.MergeAsync(_holder, kept, other);
        await host.EndCaseAsync(_holder, unit, kept);
        var ended = (await _holder.GetAsync($"/api/closings?childId={kept}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(c => c.Text("number") == number);
        await _holder
            .PostAsync($"/api/closings/{ended.Id()}/reopen", new { reason = "Кайра кыйын абалда" }, ended.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        var owed = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.AsNoTracking().Where(d => d.ChildId == kept && d.IsOpen).ToListAsync()
        );
        Assert.Contains(owed, d => d.Step is Contracts.Step.Assess);
        Assert.All(owed.Where(d => d.Step is Contracts.Step.Assess), d => Assert.Equal(number, d.Number));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
