using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Events;
using Registry.Reporting.Database;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("20", "22.1")]
public sealed class VoidTests(RegistryHost host)
{
    private static async Task<JsonElement> LastAsync(HttpClient reader, Guid child) =>
        (await reader.GetAsync($"/api/children/voids?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().Last();

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient unit, JsonElement asked, bool? confirm = true) =>
        await unit.PostAsync($"/api/children/voids/{asked.Id()}/decide", new { confirm }, asked.Id("version").Etag());

    private static Task<JsonElement> AskAsync(HttpClient holder, Guid child) =>
        holder
            .PostAsync($"/api/children/cards/{child}/void", new { reason = "Баланын карточкасы бар экен" })
            .JsonAsync(HttpStatusCode.Created);

    [Fact]
    public async Task A_card_opened_by_mistake_is_voided_by_two_people_and_its_signal_waits_again()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist"))).Id();
        var child = (await holder.OpenCardFromAsync(signal, Road.NewIdentity("Жокчулова", "Айжан"))).Id("childId");
        await AskAsync(holder, child);
        var asked = await LastAsync(unit, child);
        Assert.Equal(("requested", "Баланын карточкасы бар экен"), (asked.Text("state"), asked.Text("reason")));
        Assert.Contains(
            (await unit.GetAsync("/api/children/voids?size=100").JsonAsync()).GetProperty("items").EnumerateArray(),
            v => v.Id() == asked.Id()
        );
        await DecideAsync(unit, asked).NothingAsync();

        // its number still leads to it, and nothing of it is owed, edited or found
        var card = await holder.CardAsync(child);
        Assert.Equal("voided", card.GetProperty("case").Text("status"));
        Assert.False(card.GetProperty("canEdit").GetBoolean());
        Assert.All(card.GetProperty("deadlines").EnumerateArray(), d => Assert.False(d.GetProperty("isOpen").GetBoolean()));
        Assert.Contains(card.GetProperty("deadlines").EnumerateArray(), d => d.Text("lapsedBecause") == "voided");
        Assert.NotEmpty((await holder.GetAsync($"/api/children/cards/{child}/history").JsonAsync()).GetProperty("items").EnumerateArray());
        var save = await holder.PutAsync(
            $"/api/children/cards/{child}/residence",
            new { section = new { noResidence = true } },
            card.SectionVersion("residence")
        );
        await Task.FromResult(save).RefusedAsync(HttpStatusCode.Conflict, "case.voided");
        var found = await holder.PostAsync("/api/children/search", new { text = "Жокчулова Айжан" }).JsonAsync();
        Assert.DoesNotContain(found.GetProperty("items").EnumerateArray(), f => f.Id() == child);

        // what was reported is not swallowed
        var waiting = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("new", waiting.Text("status"));
        Assert.All(waiting.GetProperty("deadlines").EnumerateArray(), d => Assert.True(d.GetProperty("isOpen").GetBoolean()));
        Assert.Equal("card-voided", waiting.GetProperty("corrections")[0].Text("kind"));
        await holder.OpenCardFromAsync(signal);

        await host.Service<OutboxDispatcher>().SweepAsync(default);
        // nothing is counted of it on any day, and what was told of the card is taken back
        await host.InScopeAsync(s =>
        {
            var counted = s.GetRequiredService<ReportingDbContext>();
            Assert.Empty(counted.Cases.Where(c => c.ChildId == child));
            Assert.Empty(counted.ToldChildren.Where(c => c.Id == child));
            Assert.Equal("void", counted.Corrections.Single(c => c.ChildId == child).Kind);
            return Task.FromResult(0);
        });
    }

    [Fact]
    public async Task Nobody_voids_alone_and_a_refused_request_changes_nothing()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await AskAsync(holder, child);
        await holder
            .PostAsync($"/api/children/cards/{child}/void", new { reason = "x" })
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        var asked = await LastAsync(holder, child);
        Assert.False(asked.GetProperty("canDecide").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideAsync(holder, asked)).StatusCode);
        var unsaid = await DecideAsync(unit, asked, confirm: null).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", unsaid.CodeAt("confirm"));
        await DecideAsync(unit, asked, confirm: false).NothingAsync();
        Assert.Equal("opened", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
        await DecideAsync(unit, await LastAsync(unit, child)).RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
    }

    [Fact]
    public async Task Who_asked_may_take_it_back_and_nobody_else()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await AskAsync(holder, child);
        var asked = await LastAsync(holder, child);
        await holder.PostAsync($"/api/children/voids/{asked.Id()}/withdraw", new { }, asked.Id("version").Etag()).NothingAsync();
        Assert.Equal("withdrawn", (await LastAsync(holder, child)).Text("state"));
        Assert.Contains(
            (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray(),
            d => d.Text("lapsedBecause") == "request-withdrawn"
        );
    }
}
