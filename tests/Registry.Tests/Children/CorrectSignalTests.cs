using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Tests.Platform;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13b.1", "17.2", "19.1", "19.2", "19.3")]
public sealed class CorrectSignalTests(RegistryHost host)
{
    /// <summary>The current contents of a signal, as the form sends them back.</summary>
    private static async Task<(Dictionary<string, object?> Body, string Version)> ReadAsync(HttpClient holder, Guid signal)
    {
        var answer = await holder.GetAsync($"/api/children/signals/{signal}");
        var read = await Task.FromResult(answer).JsonAsync();
        return (
            new()
            {
                ["source"] = read.Text("source"),
                ["channel"] = read.Text("channel"),
                ["foundOn"] = read.Text("foundOn"),
                ["receivedOn"] = read.Text("source") == "report-received" ? read.Text("receivedOn") : null,
                ["territory"] = read.Text("foundTerritory"),
                ["child"] = read.GetProperty("contents").GetProperty("child"),
                ["reason"] = "Күн туура эмес жазылган",
            },
            answer.Headers.ETag!.Tag
        );
    }

    internal static async Task<HttpResponseMessage> CorrectAsync(
        HttpClient holder,
        Guid signal,
        params (string Field, object? Value)[] changes
    )
    {
        var (body, version) = await ReadAsync(holder, signal);
        foreach (var (field, value) in changes)
            body[field] = value;
        return await holder.PostAsync($"/api/children/signals/{signal}/correct", body, version);
    }

    private static JsonElement Clock(JsonElement of, string clause) =>
        of.GetProperty("deadlines").EnumerateArray().Single(d => d.Text("clause") == clause);

    [Fact]
    [Clause("17.2")]
    public async Task A_day_that_lies_far_back_needs_no_reason_beside_that_of_the_correction()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var child = (await holder.OpenCardFromAsync(signal)).Id("childId");
        var path = $"/api/children/signals/{signal}";
        await holder
            .PostAsync(
                $"{path}/correct",
                new
                {
                    source = "report-received",
                    channel = "school",
                    foundOn = "2026-09-01",
                    receivedOn = "2026-11-23",
                    territory = Road.AkSuu,
                    child = new { name = "Жыпаргүл" },
                    reason = "Журнал боюнча",
                },
                await holder.VersionAsync(path)
            )
            .NothingAsync();
        var finding = (await holder.CardAsync(child)).GetProperty("contents").GetProperty("finding");
        Assert.Equal(("2026-09-01", "Журнал боюнча"), (finding.Text("foundOn"), finding.Text("lateBecause")));
    }

    [Fact]
    public async Task A_corrected_day_found_restarts_the_clocks_and_the_case_and_the_card_say_the_same()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-20"))).Id();
        var card = await holder.OpenCardFromAsync(signal);
        var child = card.Id("childId");

        await CorrectAsync(holder, signal, ("foundOn", "2026-11-16")).NothingAsync();

        var read = await holder.CardAsync(child);
        // from Monday the 16th: one, two and seven working days
        Assert.Equal(("2026-11-16", "2026-11-17"), (Clock(read, "19.1").Text("startedOn"), Clock(read, "19.1").Text("dueOn")));
        Assert.Equal(("2026-11-16", "2026-11-18"), (Clock(read, "19.2").Text("startedOn"), Clock(read, "19.2").Text("dueOn")));
        Assert.Equal(("2026-11-16", "2026-11-25"), (Clock(read, "19.3").Text("startedOn"), Clock(read, "19.3").Text("dueOn")));
        // entered on the 23rd: what was done stays done, now late
        Assert.Equal("2026-11-23", Clock(read, "19.1").Text("metOn"));
        var move = Assert.Single(Clock(read, "19.3").GetProperty("moves").EnumerateArray().ToList());
        Assert.Equal(("day-corrected", "2026-12-01"), (move.Text("because"), move.Text("from")));
        Assert.Equal("2026-11-16", read.GetProperty("case").Text("foundOn"));
        Assert.Equal("2026-11-16", read.GetProperty("contents").GetProperty("finding").Text("foundOn"));

        var history = (await holder.GetAsync($"/api/children/cards/{child}/history").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("finding", history.Text("section"));
        var correction = Assert.Single(
            (await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync()).GetProperty("corrections").EnumerateArray().ToList()
        );
        Assert.Equal(("contents", "Күн туура эмес жазылган"), (correction.Text("kind"), correction.Text("reason")));
        Assert.Equal("Токтосунова Нургүл Бакытовна", correction.Text("by"));
        Assert.Contains(
            correction.GetProperty("items").EnumerateArray(),
            i => (i.Text("item"), i.Text("before"), i.Text("after")) == ("foundOn", "2026-11-20", "2026-11-16")
        );
    }

    [Fact]
    [Clause("22.4")]
    public async Task A_corrected_place_found_moves_no_case_but_the_statistics()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var child = (await holder.OpenCardFromAsync(signal)).Id("childId");
        await CorrectAsync(holder, signal, ("territory", Road.Alamudun)).NothingAsync();

        var read = await holder.CardAsync(child);
        Assert.Equal(Road.AkSuu, read.Text("territory"));
        Assert.Equal(Road.Alamudun, read.GetProperty("contents").GetProperty("finding").Text("territory"));
        await host.Service<OutboxDispatcher>().SweepAsync(default);
        var counted = await host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<ReportingDbContext>().Cases.Where(c => c.ChildId == child).ToList())
        );
        Assert.NotEmpty(counted);
        Assert.All(counted, c => Assert.Equal("41708203", c.FoundDistrict));
    }

    [Fact]
    public async Task A_source_that_was_told_wrongly_owes_nothing_under_19_1()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist"))).Id();
        await CorrectAsync(holder, signal, ("source", "report-received"), ("receivedOn", "2026-11-23")).NothingAsync();
        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("voided", Clock(read, "19.1").Text("lapsedBecause"));
        Assert.True(Clock(read, "19.2").GetProperty("isOpen").GetBoolean());

        await CorrectAsync(holder, signal, ("source", "found-by-specialist"), ("receivedOn", null)).NothingAsync();
        read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Single(
            read.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("clause") == "19.1" && d.GetProperty("isOpen").GetBoolean()
        );
    }

    [Fact]
    public async Task The_child_of_an_unprocessed_signal_is_called_as_corrected()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        await CorrectAsync(holder, signal, ("child", new { surname = "Оңдолова", name = "Сезим" })).NothingAsync();
        var rows = (await holder.GetAsync("/api/children/signals?status=new&size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Equal("Оңдолова Сезим", rows.Single(r => r.Id() == signal).Text("childName"));
    }

    [Fact]
    public async Task The_corrected_day_of_a_further_report_moves_the_assessment_that_counts_from_it_and_nothing_of_the_case()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        var signal = (await holder.RegisterAsync(Road.Signal(foundOn: "2026-11-20"))).Id();
        await holder.LinkAsync(signal, child);
        await CorrectAsync(holder, signal, ("foundOn", "2026-11-18")).NothingAsync();
        var read = await holder.CardAsync(child);
        Assert.Equal("2026-11-18", Assert.Single(read.Owed("assess")).Text("startedOn"));
        Assert.Equal("2026-11-23", read.GetProperty("case").Text("foundOn"));
    }

    [Fact]
    public async Task The_corrected_day_of_a_further_report_leaves_the_first_assessment_that_counts_from_the_same_day()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var signal = (await holder.RegisterAsync()).Id();
        await holder.LinkAsync(signal, child);
        await CorrectAsync(holder, signal, ("foundOn", "2026-11-18")).NothingAsync();
        Assert.Equal("2026-11-23", Assert.Single((await holder.CardAsync(child)).Owed("assess")).Text("startedOn"));
    }

    [Fact]
    public async Task Refuses_a_correction_that_corrects_nothing_or_cannot_be()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        await CorrectAsync(holder, signal).RefusedAsync(HttpStatusCode.Conflict, "signal.nothing-corrected");
        foreach (
            var (field, value, code) in new (string, object?, string)[]
            {
                ("foundOn", "2027-01-01", "signal.found-in-future"),
                ("receivedOn", "2027-01-01", "signal.received-in-future"),
                ("territory", "41", "territory.required"),
                ("channel", "no-such", "dictionary.unknown-code"),
                ("reason", " ", "field.required"),
            }
        )
            Assert.Equal(code, (await CorrectAsync(holder, signal, (field, value)).JsonAsync(HttpStatusCode.BadRequest)).CodeAt(field));
        var nowhere = await CorrectAsync(holder, signal, ("territory", "41799999000000")).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("territory.unknown", nowhere.CodeAt("territory"));
    }

    [Fact]
    [Clause("11.3")]
    public async Task A_signal_that_waits_stays_with_its_holder_until_it_is_forwarded_wherever_the_child_was_found()
    {
        var (holder, there) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("holder.alamudun"));
        var signal = (await holder.RegisterAsync()).Id();
        await CorrectAsync(holder, signal, ("territory", Road.Alamudun)).NothingAsync();
        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal((Road.AkSuu, Road.Alamudun), (read.Text("territory"), read.Text("foundTerritory")));
        await holder.ForwardAsync(signal, Road.Alamudun).JsonAsync();
        // the place found is not the place of work: correcting something else changes neither
        await CorrectAsync(there, signal, ("territory", Road.AkSuu)).NothingAsync();
        await CorrectAsync(there, signal, ("channel", "police")).NothingAsync();
        read = await there.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal((Road.Alamudun, Road.AkSuu), (read.Text("territory"), read.Text("foundTerritory")));
    }

    [Fact]
    [Clause("25.1")]
    public async Task What_was_asked_about_the_child_of_a_waiting_signal_goes_along_inside_the_district()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var asked = await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var child = await db.Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync();
            var by = new Caller(
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Role.AuthorisedBody,
                [],
                DataScope.Nothing
            );
            var about = new ConfirmationSubject(child, child, "S", Road.AkSuu);
            var made = await s.GetRequiredService<SecondPerson>()
                .RequestAsync(db, Decision.ConfirmPurge, about, LooseSeal.Reason(child), by, default);
            await db.SaveChangesAsync();
            return made.Id;
        });
        await CorrectAsync(holder, signal, ("territory", Road.Town)).NothingAsync();
        Assert.Equal(Road.Town, (await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync()).Text("territory"));
        Assert.Equal(
            Road.Town,
            await host.InScopeAsync(s =>
                s.GetRequiredService<ChildrenDbContext>().Confirmations.Where(c => c.Id == asked).Select(c => c.Territory).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task The_card_repeats_the_day_and_place_found_and_does_not_contradict_them()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        foreach (var (field, value) in new[] { ("foundOn", "2026-11-20"), ("territory", Road.Alamudun) })
        {
            var other = new Dictionary<string, string> { [field] = value };
            var problem = await holder
                .PutAsync(
                    $"/api/children/cards/{child}/finding",
                    new { section = other },
                    (await holder.CardAsync(child)).SectionVersion("finding")
                )
                .JsonAsync(HttpStatusCode.Conflict);
            Assert.Equal("card.found-by-signal", problem.CodeAt($"section.{field}"));
        }
        await holder.SaveSectionAsync(child, "finding", new { circumstances = "Жолдо" });
        var finding = (await holder.CardAsync(child)).GetProperty("contents").GetProperty("finding");
        Assert.Equal(("2026-11-23", Road.AkSuu), (finding.Text("foundOn"), finding.Text("territory")));
    }
}
