using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Events;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

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
        // the unit did what it owed
        var decided = Assert.Single(card.GetProperty("deadlines").EnumerateArray(), d => d.Text("step") == "decide-ending");
        Assert.Equal(("2026-11-23", JsonValueKind.Null), (decided.Text("metOn"), decided.GetProperty("lapsedOn").ValueKind));
        Assert.NotEmpty((await holder.GetAsync($"/api/children/cards/{child}/history").JsonAsync()).GetProperty("items").EnumerateArray());
        var save = await holder.PutAsync(
            $"/api/children/cards/{child}/residence",
            new { section = new { noResidence = true } },
            card.SectionVersion("residence")
        );
        await Task.FromResult(save).RefusedAsync(HttpStatusCode.Conflict, "case.voided");
        var found = await holder.PostAsync("/api/children/search", new { text = "Жокчулова Айжан" }).JsonAsync();
        Assert.DoesNotContain(found.GetProperty("items").EnumerateArray(), f => f.Id() == child);

        // what was reported is not lost
        var waiting = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("new", waiting.Text("status"));
        Assert.All(waiting.GetProperty("deadlines").EnumerateArray(), d => Assert.True(d.GetProperty("isOpen").GetBoolean()));
        Assert.Equal("card-voided", waiting.GetProperty("corrections")[0].Text("kind"));
        await holder.OpenCardFromAsync(signal);

        await host.Service<OutboxDispatcher>().SweepAsync(default);
        // it is counted on no day, and everything published about the card is retracted
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
        Assert.Empty((await holder.CardAsync(child)).Owed("decide-ending"));
        Assert.Equal("opened", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
        await DecideAsync(unit, await LastAsync(unit, child)).RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
    }

    private static readonly object Learned = new
    {
        kind = "property",
        learnedOn = "2026-11-23",
        happenedOn = "2026-11-23",
        what = "Үй",
    };

    private static async Task<JsonElement> ChangeOfAsync(HttpClient reader, Guid child) =>
        (await reader.GetAsync($"/api/children/cards/{child}/changes").JsonAsync()).GetProperty("items")[0];

    [Fact]
    [Clause("11.5", "13b.4")]
    public async Task Voiding_ends_all_that_was_planned_asked_offered_and_occupied()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var (child, plan) = await host.PlanInForceAsync(holder);
        var home = await (await host.SignedInAsync("admin")).RegisterInstitutionAsync(capacity: 1);
        await holder.PlaceAsync(child, home);
        var ending = new
        {
            ending = "moved-abroad",
            happenedOn = "2026-11-23",
            reason = "x",
        };
        var closing = (await holder.PostAsync($"/api/closings/of-child/{child}", ending).JsonAsync(HttpStatusCode.Created)).Id();
        var to = (await holder.GetAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}").JsonAsync()).GetProperty("items")[
            0
        ];
        var offer = new
        {
            to = to.Id(),
            territory = Road.Alamudun,
            reason = "x",
        };
        await holder.PostAsync($"/api/children/cards/{child}/transfers", offer).JsonAsync(HttpStatusCode.Created);
        var other = (await holder.OpenCardAsync()).Id("childId");
        foreach (var one in new[] { child, other })
            await holder.PostAsync($"/api/children/cards/{one}/changes", Learned).JsonAsync(HttpStatusCode.Created);
        await AskAsync(holder, child);
        await DecideAsync(unit, await LastAsync(unit, child)).NothingAsync();
        await host.SettleAsync();

        Assert.Empty((await holder.CardAsync(child)).Owed());
        Assert.Equal("2026-11-23", (await ChangeOfAsync(holder, child)).Text("endedOn"));
        Assert.Equal(JsonValueKind.Null, (await ChangeOfAsync(holder, other)).GetProperty("endedOn").ValueKind);
        Assert.Equal("ended", (await holder.PlanAsync(plan)).Text("status"));
        var visits = (await holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.All(visits, v => Assert.Equal("2026-11-23", v.Text("calledOffOn")));
        var offered = (await holder.GetAsync($"/api/children/cards/{child}/transfers").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("lapsed", offered.Text("status"));
        // a voided case cannot be ended, which would make it a real case
        var asked = (await unit.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        Assert.Equal((closing, "voided", false), (asked.Id(), asked.Text("status"), asked.GetProperty("canDecide").GetBoolean()));
        await unit.PostAsync($"/api/closings/{closing}/decide", new { consent = true, remarks = "x" }, asked.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "closing.decided-already");
        // the place is another child's
        await holder.PlaceAsync((await holder.OpenCardAsync()).Id("childId"), home);
    }

    [Fact]
    [Clause("19.2")]
    public async Task The_waiting_signal_is_owed_by_who_was_responsible_and_not_by_who_decided()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var signal = (await holder.RegisterAsync()).Id();
        var child = (await holder.OpenCardFromAsync(signal)).Id("childId");
        await AskAsync(holder, child);
        await DecideAsync(unit, await LastAsync(unit, child)).NothingAsync();
        var responsible = await holder.ResponsibleAsync("Токтосунова");
        var owed = await host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.AboutId == signal && d.IsOpen).ToList())
        );
        Assert.Equal(responsible, Assert.Single(owed).ResponsibleId);
    }

    [Fact]
    [Clause("19.2")]
    public async Task Nothing_is_linked_to_a_voided_card()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await AskAsync(holder, child);
        await DecideAsync(unit, await LastAsync(unit, child)).NothingAsync();
        var signal = (await holder.RegisterAsync()).Id();
        await holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = child },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .RefusedAsync(HttpStatusCode.Conflict, "case.voided");
    }

    [Fact]
    [Clause("20.9")]
    public async Task An_ending_calls_off_the_request_and_it_is_asked_anew_when_the_case_goes_on()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await AskAsync(holder, child);
        await host.EndCaseAsync(holder, unit, child);
        Assert.Equal("withdrawn", (await LastAsync(unit, child)).Text("state"));
        var closing = (await holder.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        await holder.PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "x" }, closing.Id("version").Etag()).NothingAsync();
        await host.SettleAsync();
        await AskAsync(holder, child);
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
