using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Children.Registers;
using Registry.Contracts;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>The nightly queries of the registers about open cases [18, 20].</summary>
[Clause("18", "20.1", "20.5", "20.6")]
public sealed class RefreshFromRegistersTests : RegisterRoad
{
    [Fact, Clause("20.5", "20.6")]
    public async Task The_nightly_refresh_proposes_changes_with_their_two_day_clock()
    {
        var disabled = await ChildAsync(Disabled);
        var ended = await ChildAsync(BenefitEnded, "Бегимай");
        var card = await Holder.CardAsync(ended);
        var section = new
        {
            receivesAny = true,
            list = new[]
            {
                new
                {
                    kind = "family-support",
                    received = true,
                    since = "2025-01-01",
                },
            },
        };
        await Holder.PutAsync($"/api/children/cards/{ended}/payments", new { section }, card.SectionVersion("payments")).JsonAsync();

        await RefreshAsync(Host);
        var change = (await ItemsAsync($"/api/children/cards/{disabled}/changes")).Single(c => c.Text("kind") == "disability");
        Assert.Equal(("20.5", "2026-11-25"), (change.Text("clause"), change.Text("dueOn")));
        Assert.Equal("20.6", Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes")).Text("clause"));
        Assert.Equal(JsonValueKind.Null, (await Holder.CardAsync(disabled)).GetProperty("contents").GetProperty("disability").ValueKind);
        var asked = await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}");
        Assert.All(asked, a => Assert.True(a.GetProperty("byTheBase").GetBoolean()));

        // run again immediately, or a month later with the change still open: nothing is proposed twice
        await RefreshAsync(Host);
        Assert.Equal(asked.Count, (await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}")).Count);
        Host.Clock.Advance(TimeSpan.FromDays(40));
        Holder = await Host.SignedInAsync("holder.aksuu");
        await RefreshAsync(Host);
        Assert.True((await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}")).Count > asked.Count);
        Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes"));
        Assert.Single(await ItemsAsync($"/api/children/cards/{disabled}/changes"), c => c.Text("kind") == "disability");

        // taking the received value enters the change
        var again = await AskAsync(ended);
        await TakeAsync(ended, again, [Field(again, "payments", "payment.family-support")]);
        Assert.NotEqual("", Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes")).Text("enteredOn"));
    }

    [Fact, Clause("20.1")]
    public async Task A_death_in_the_register_becomes_a_proposed_change_of_status()
    {
        var child = await ChildAsync(Died);
        await RefreshAsync(Host);
        var change = (await ItemsAsync($"/api/children/cards/{child}/changes")).Single(c => c.Text("kind") == "status");
        Assert.Equal(("2026-11-16", "2026-11-23"), (change.Text("happenedOn"), change.Text("learnedOn")));
        Assert.Contains("16.11.2026", change.Text("what"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_disagreement_about_a_benefit_outlives_the_refresh()
    {
        var child = await ChildAsync(BenefitEnded);
        var section = new
        {
            receivesAny = true,
            list = new[]
            {
                new
                {
                    kind = "family-support",
                    received = true,
                    since = "2025-01-01",
                },
            },
        };
        var version = (await Holder.CardAsync(child)).SectionVersion("payments");
        await Holder.PutAsync($"/api/children/cards/{child}/payments", new { section }, version).JsonAsync();
        await AskAsync(child);
        await RefreshAsync(Host);
        Assert.Equal("open", Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements")).Text("state"));
    }

    [Fact]
    public async Task Two_hosts_that_refresh_at_once_propose_a_change_once()
    {
        var child = await ChildAsync(Disabled);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RefreshAsync(Host))));
        Assert.Single(await ItemsAsync($"/api/children/cards/{child}/changes"), c => c.Text("kind") == "disability");
    }

    [Fact]
    public async Task The_refresh_gives_up_for_the_night_when_the_exchange_is_down_and_asks_all_the_next()
    {
        using var exchange = new SecurityServer();
        exchange.AnswersSoap(SecurityServer.Fault("Server.ServerProxy.ServiceFailed"));
        await using var host = new RegistryHost
        {
            More = { ["Registry:Tunduk:Simulator"] = "false", ["Registry:Tunduk:SecurityServer"] = exchange.Server.Url! },
        };
        await RefreshAsync(host);
        // five children in a row without any answer, four registers each
        Assert.Equal(20, exchange.Received.Count);
        var (open, asked) = await CountAsync(host);
        Assert.True(asked < open - 5, $"{asked} of {open}");

        // the simulator's host represents the night in which the exchange is back
        await RefreshAsync(Host);
        (open, asked) = await CountAsync(Host);
        Assert.Equal(open, asked);
    }

    private static Task<(int Open, int Asked)> CountAsync(RegistryHost host) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            return (await db.Cases.CountAsync(c => c.Status != CaseStatus.Closed), await db.RegisterRefreshes.CountAsync());
        });

    private static Task RefreshAsync(RegistryHost host) =>
        host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<RefreshFromRegisters>().RunAsync(default);
            return true;
        });
}
