using System.Net;
using System.Text.Json;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Filling a signal and a card from the registers of other state bodies [18].</summary>
[Clause("18", "11.3", "12.2")]
public sealed class FillFromRegistersTests : RegisterRoad
{
    [Fact]
    public async Task What_came_stands_beside_what_is_here_and_enters_only_when_taken()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        Assert.Equal(9, asked.GetProperty("replies").GetArrayLength());
        Assert.Equal("same", Field(asked, "identity", "surname").Text("state"));
        var address = Field(asked, "residence", "actualAddress");
        var mother = Field(asked, "relatives", "relative.mother", "family");
        var certificate = Field(asked, "documents", "document.birth-certificate");
        Assert.Equal(("new", null), (address.Text("state"), address.GetProperty("here").GetString()));
        var before = await Holder.CardAsync(child);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("contents").GetProperty("residence").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await TakeAsync(child, asked, [address, mother, certificate])).StatusCode);
        var card = await Holder.CardAsync(child);
        var contents = card.GetProperty("contents");
        Assert.Equal(address.Text("came"), contents.GetProperty("residence").Text("actualAddress"));
        Assert.Equal(JsonValueKind.Null, contents.GetProperty("residence").GetProperty("registeredAddress").ValueKind);
        Assert.Equal("Асанова Айгүл", contents.GetProperty("relatives").GetProperty("list")[0].Text("fullName"));
        Assert.True(card.GetProperty("completeness").GetInt32() > before.GetProperty("completeness").GetInt32());
    }

    [Fact]
    public async Task One_mother_told_of_by_two_registers_stays_one_mother()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        await TakeAsync(
            child,
            asked,
            [Field(asked, "relatives", "relative.mother", "family"), Field(asked, "relatives", "relative.mother", "birth-act")]
        );
        var card = await Holder.CardAsync(child);
        Assert.Equal("family", Assert.Single(card.GetProperty("sources").EnumerateArray().ToList()).Text("kind"));
        var list = card.GetProperty("contents").GetProperty("relatives").GetProperty("list");
        Assert.Equal(1, list.GetArrayLength());
        Assert.Equal(("Асанова Айгүл", "1990-04-12"), (list[0].Text("fullName"), list[0].Text("birthDate")));
    }

    [Fact]
    public async Task A_taken_value_keeps_its_source_until_it_is_entered_otherwise()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        var address = Field(asked, "residence", "actualAddress");
        await TakeAsync(child, asked, [address]);
        var card = await Holder.CardAsync(child);
        var source = Assert.Single(card.GetProperty("sources").EnumerateArray().ToList());
        Assert.Equal(("residence", "actualAddress", "address"), (source.Text("section"), source.Text("field"), source.Text("kind")));
        Assert.Contains("asbAddress", source.Text("source"), StringComparison.Ordinal);
        Assert.Equal(
            asked.GetProperty("replies").EnumerateArray().Single(r => r.Text("kind") == "address").Id("requestId"),
            source.Id("requestId")
        );
        Assert.NotEqual("", source.Text("takenBy"));

        var section = new { actualAddress = "Жаңы көч., 1" };
        await Holder.PutAsync($"/api/children/cards/{child}/residence", new { section }, card.SectionVersion("residence")).JsonAsync();
        Assert.Empty((await Holder.CardAsync(child)).GetProperty("sources").EnumerateArray());
    }

    [Fact]
    [Clause("20.4")]
    public async Task What_a_register_tells_enters_no_change_that_a_person_reported()
    {
        var child = await ChildAsync(Plain);
        var learned = new
        {
            kind = "documents",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "Паспорт алды",
        };
        await Holder.PostAsync($"/api/children/cards/{child}/changes", learned).JsonAsync(HttpStatusCode.Created);
        var asked = await AskAsync(child);
        await TakeAsync(child, asked, [Field(asked, "documents", "document.birth-certificate")]).NothingAsync();
        var change = Assert.Single(await ItemsAsync($"/api/children/cards/{child}/changes"));
        Assert.Equal(JsonValueKind.Null, change.GetProperty("enteredOn").ValueKind);
        Assert.Single((await Holder.CardAsync(child)).Owed("enter-change"));
    }

    [Fact]
    public async Task A_choice_made_about_another_card_is_refused()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        var card = await Holder.CardAsync(child);
        var section = new
        {
            surname = "Асанова",
            name = "Айгүл",
            sex = "female",
            birthDate = "2016-05-06",
            birthDateInDoubt = true,
            pin = BornOtherwise,
        };
        await Holder.PutAsync($"/api/children/cards/{child}/identity", new { section }, card.SectionVersion("identity")).JsonAsync();
        var answer = await TakeAsync(child, asked, [Field(asked, "identity", "birthDate")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("registers.card-changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("2016-05-06", (await Holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
    }

    [Fact]
    public async Task What_did_not_come_cannot_be_taken()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        var invented = new
        {
            kind = "disability",
            section = "disability",
            field = "group",
            here = (string?)null,
        };
        var body = new
        {
            askId = asked.Id("askId"),
            take = new[] { invented },
            leave = Array.Empty<object>(),
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await Holder.PostAsync($"/api/children/cards/{child}/registers/take", body)).StatusCode);
        var other = await ChildAsync(Disabled, "Бегимай");
        Assert.Equal(HttpStatusCode.NotFound, (await TakeAsync(other, asked, [])).StatusCode);
    }

    [Theory]
    [InlineData(Unknown, "not-found")]
    [InlineData(ExchangeDown, "exchange-failed")]
    public async Task A_register_without_an_answer_is_told_and_hinders_nothing(string pin, string outcome)
    {
        var asked = await AskAsync(await ChildAsync(pin));
        Assert.All(asked.GetProperty("replies").EnumerateArray(), r => Assert.Equal(outcome, r.Text("outcome")));
        Assert.Empty(asked.GetProperty("fields").EnumerateArray());
    }

    [Fact]
    public async Task A_replaced_number_is_shown_and_can_be_taken()
    {
        var asked = await AskAsync(await ChildAsync(Replaced));
        Assert.True(asked.GetProperty("pinBlocked").GetBoolean());
        Assert.Equal("differs", Field(asked, "identity", "pin").Text("state"));
    }

    [Fact]
    public async Task Every_asking_stands_in_the_list_of_who_asked_about_the_child()
    {
        var child = await ChildAsync(Plain);
        await AskAsync(child);
        var number = (await Holder.CardAsync(child)).GetProperty("case").Text("number");
        var asked = await ItemsAsync($"/api/integration/exchanges/of-child/{child}", await Host.SignedInAsync("unit.aksuu"));
        Assert.Equal(9, asked.Count);
        Assert.All(asked, a => Assert.Equal((number, false), (a.Text("caseNumber"), a.GetProperty("byTheBase").GetBoolean())));
        Assert.All(asked, a => Assert.NotEqual("", a.Text("askedBy")));
    }

    [Fact]
    public async Task A_signal_is_filled_before_its_card_is_opened_and_the_source_stays()
    {
        var signal = (await Holder.RegisterAsync()).Id();
        var asked = await Holder
            .PostAsync($"/api/children/signals/{signal}/registers", new { pin = Plain, reason = "Апасы айтты" })
            .JsonAsync();
        Assert.Equal("differs", Field(asked, "identity", "surname").Text("state")); // the signal was given another surname
        var identity = new
        {
            surname = Field(asked, "identity", "surname").Text("came"),
            name = "Башка",
            sex = "female",
            birthDate = "2016-05-04",
            pin = Plain,
        };
        var version = await Holder.VersionAsync($"/api/children/signals/{signal}");
        var opened = await Holder
            .PostAsync(
                $"/api/children/signals/{signal}/open-card",
                new
                {
                    identity,
                    otherChildBecause = "x",
                    askId = asked.Id("askId"),
                },
                version
            )
            .JsonAsync(HttpStatusCode.Created);
        var sources = (await Holder.CardAsync(opened.Id("childId"))).GetProperty("sources").EnumerateArray().Select(s => s.Text("field"));
        // the name was entered differently from the register
        Assert.Equal(["birthDate", "pin", "sex", "surname"], sources.Order(StringComparer.Ordinal));
        Assert.Single(await ItemsAsync($"/api/integration/exchanges/of-child/{opened.Id("childId")}"));
    }

    [Fact]
    public async Task What_was_asked_for_a_signal_follows_it_to_the_child_it_is_linked_to()
    {
        var child = await ChildAsync(Plain);
        var signal = (await Holder.RegisterAsync()).Id();
        await Holder.PostAsync($"/api/children/signals/{signal}/registers", new { pin = Plain, reason = "Апасы айтты" }).JsonAsync();
        var version = await Holder.VersionAsync($"/api/children/signals/{signal}");
        await Holder.PostAsync($"/api/children/signals/{signal}/link", new { childId = child }, version).JsonAsync();
        await Host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.StartsWith(
            "S-",
            Assert.Single(await ItemsAsync($"/api/integration/exchanges/of-child/{child}")).Text("caseNumber"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_card_without_a_number_is_not_asked_about()
    {
        var child = await ChildAsync(pin: null);
        var answer = await Holder.PostAsync($"/api/children/cards/{child}/registers", new { });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("registers.pin-required", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_about_or_taken_into_a_closed_case()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        var ending = new
        {
            ending = "stopped",
            happenedOn = "2026-11-23",
            reason = "Кереги жок",
        };
        await Holder.PostAsync($"/api/closings/of-child/{child}", ending).JsonAsync(HttpStatusCode.Created);
        var unit = await Host.SignedInAsync("unit.aksuu");
        var closing = Assert.Single(await ItemsAsync($"/api/closings?childId={child}", unit));
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = true, remarks = "x" }, closing.Id("version").Etag())
            .NothingAsync();
        await Host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(HttpStatusCode.Conflict, (await Holder.PostAsync($"/api/children/cards/{child}/registers", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await TakeAsync(child, asked, [Field(asked, "residence", "actualAddress")])).StatusCode);
    }

    [Fact]
    public async Task A_form_that_was_open_while_values_were_taken_does_not_overwrite_them()
    {
        var child = await ChildAsync(Plain);
        var before = (await Holder.CardAsync(child)).SectionVersion("residence");
        var asked = await AskAsync(child);
        await TakeAsync(child, asked, [Field(asked, "residence", "actualAddress")]);
        var late = await Holder.PutAsync($"/api/children/cards/{child}/residence", new { section = new { livesWith = "x" } }, before);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    [Fact, Clause("17.9")]
    public async Task The_school_stands_in_the_open_list_and_the_list_can_still_be_saved_by_hand()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        Assert.Equal(HttpStatusCode.NoContent, (await TakeAsync(child, asked, [Field(asked, "further", "school")])).StatusCode);
        var card = await Holder.CardAsync(child);
        var values = card.GetProperty("contents").GetProperty("further").GetProperty("values");
        Assert.Equal("№ 5 орто мектеп", values.Text("school"));
        await Holder
            .PutAsync($"/api/children/cards/{child}/further", new { section = new { values } }, card.SectionVersion("further"))
            .JsonAsync();
    }

    [Theory]
    [InlineData("UBK=invented", 1, "payments", "payment.invented", "dictionary.unknown-code")]
    [InlineData("", 20, "identity", "citizenship", "registers.does-not-fit")]
    public async Task What_could_not_be_typed_is_not_taken(string codes, int times, string section, string field, string refusal)
    {
        // a register with a wrong mapping: a code of no dictionary, a text longer than the form allows
        var kind = section is "payments" ? "benefits" : "person";
        var path = section is "payments" ? "PaymentType" : "response/citizenship";
        await MapAsync(
            kind,
            [
                .. Enumerable.Repeat(
                    new
                    {
                        field = section is "payments" ? "kind" : "citizenship",
                        path,
                        codes,
                    },
                    times
                ),
            ]
        );
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        var answer = await TakeAsync(child, asked, [Field(asked, section, field)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(refusal, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await Holder.CardAsync(child)).GetProperty("sources").EnumerateArray());
    }
}
