using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>What happens in a case between a merge and its undoing continues under the card to which the case belongs.</summary>
[Clause("20", "14.2", "19.2")]
public sealed class UndoMergeTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    private Task<List<Deadline>> OwedAsync(Guid child) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.AsNoTracking().Where(d => d.ChildId == child && d.IsOpen).ToListAsync()
        );

    private async Task<string> NumberAsync(Guid child) => (await _holder.CardAsync(child)).GetProperty("case").Text("number");

    [Fact]
    public async Task What_was_made_since_in_a_case_that_goes_back_goes_with_it()
    {
        var kept = (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var (other, _) = await host.PlanInForceAsync(_holder);
        var number = await NumberAsync(other);
        await host.MergeAsync(_holder, kept, other);
        Assert.Equal(number, await NumberAsync(kept));
        var learned = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "x",
        };
        await _holder.PostAsync($"/api/children/cards/{kept}/changes", learned).JsonAsync(HttpStatusCode.Created);
        await _holder.PostAsync($"/api/children/cards/{kept}/void", new { reason = "x" }).JsonAsync(HttpStatusCode.Created);
        var later = (await _holder.RegisterAsync()).Id();
        await _holder.LinkAsync(later, kept);
        await _holder.UndoAsync(kept).NothingAsync();
        await host.SettleAsync();

        var (own, its) = (await OwedAsync(kept), await OwedAsync(other));
        Assert.All(own, d => Assert.NotEqual(number, d.Number));
        Assert.All(its, d => Assert.Equal(number, d.Number));
        Assert.Single(its, d => d.Step is Contracts.Step.EnterChange);
        Assert.Single(its, d => d.Step is Contracts.Step.DecideEnding);
        Assert.Equal(1, (await _holder.GetAsync($"/api/children/cards/{other}/changes").JsonAsync()).GetProperty("items").GetArrayLength());
        // what was reported since belongs to the survivor
        Assert.Contains(own, d => d.AboutId == later && d.Step is Contracts.Step.ProcessReport);
        await ChildSnapshot.OfAsync(host, kept, other);
    }

    [Fact]
    public async Task What_was_entered_since_stays_and_what_was_taken_over_goes_back()
    {
        var kept = (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Эгизова"))).Id("childId");
        await host.MergeAsync(
            _holder,
            kept,
            other,
            new
            {
                section = "identity",
                item = "surname",
                from = "other",
            }
        );
        await _holder.SaveSectionAsync(kept, "identity", Road.NewIdentity("Эгизова", pin: "10405201600012"));

        await _holder.UndoAsync(kept).NothingAsync();
        var identity = (await _holder.CardAsync(kept)).GetProperty("contents").GetProperty("identity");
        Assert.Equal(("Сынова", "10405201600012"), (identity.Text("surname"), identity.Text("pin")));
    }

    [Fact]
    public async Task Everything_owed_lies_where_the_surviving_card_lies_also_where_one_person_holds_both_places()
    {
        var kept = (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var signal = Road.Signal(territory: Road.Town, child: new { });
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Эгизова"), signal)).Id("childId");
        await host.MergeAsync(_holder, kept, other);
        Assert.All(await OwedAsync(kept), d => Assert.Equal(Road.AkSuu, d.Territory));
        await _holder.UndoAsync(kept).NothingAsync();
        Assert.All(await OwedAsync(other), d => Assert.Equal(Road.Town, d.Territory));
    }

    [Fact]
    public async Task A_card_whose_day_found_was_asked_about_is_merged_too()
    {
        var unit = await host.SignedInAsync("unit.aksuu");
        var kept = (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Эгизова"), Road.FoundLongAgo())).Id("childId");
        await unit.DecideDayFoundAsync(other, confirm: true);
        await host.MergeAsync(_holder, kept, other);
        await ChildSnapshot.OfAsync(host, kept, other);
    }

    [Fact]
    public async Task Who_works_with_both_cards_merges_them_although_a_colleague_asked_whether_they_are_one()
    {
        var town = await host.SignedInAsync("town.aksuu");
        var kept = (await town.OpenCardAsync(Road.NewIdentity(), Road.Signal(territory: Road.Town, child: new { }))).Id("childId");
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Эгизова"))).Id("childId");
        var asked = new { otherNumber = await NumberAsync(other), reason = "x" };
        await town.PostAsync($"/api/children/cards/{kept}/ask-merge", asked).JsonAsync(HttpStatusCode.Created);
        await host.MergeAsync(_holder, kept, other);
        Assert.DoesNotContain(await OwedAsync(kept), d => d.Step is Contracts.Step.DecideMerge);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
