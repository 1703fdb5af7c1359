using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Registers;
using Registry.Kernel.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Filling a card from the registers of other state bodies [18], over the simulated security server.</summary>
[Clause("18", "11.3", "12.2")]
public sealed class RegistersTests : IAsyncLifetime
{
    /// <summary>Асанова Айгүл by the simulated registers; the last digit says what else they tell.</summary>
    private const string Plain = "10405201601021";
    private const string Disabled = "10405201601025";
    private const string BornOtherwise = "10405201601027";
    private const string BenefitEnded = "10405201601028";
    private const string Replaced = "10405201601029";
    private const string Unknown = "10405201600000";
    private const string ExchangeDown = "10405201699991";
    private const string Died = "10405201699993";

    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private async Task<Guid> ChildAsync(string? pin, string name = "Айгүл") =>
        (
            await _holder.OpenCardAsync(
                new
                {
                    surname = "Асанова",
                    name,
                    noPatronymic = true,
                    sex = "female",
                    birthDate = "2016-05-04",
                    pin,
                    citizenship = "Кыргыз Республикасы",
                }
            )
        ).Id("childId");

    private Task<JsonElement> AskAsync(Guid child) => _holder.PostAsync($"/api/children/cards/{child}/registers", new { }).JsonAsync();

    private static JsonElement Field(JsonElement asked, string section, string field, string? kind = null) =>
        asked
            .GetProperty("fields")
            .EnumerateArray()
            .Single(f => f.Text("section") == section && f.Text("field") == field && (kind is null || f.Text("kind") == kind));

    private static object Chosen(JsonElement field) =>
        new
        {
            kind = field.Text("kind"),
            section = field.Text("section"),
            field = field.Text("field"),
            here = field.GetProperty("here").GetString(),
        };

    private Task<HttpResponseMessage> TakeAsync(
        Guid child,
        JsonElement asked,
        JsonElement[] take,
        JsonElement[]? leave = null,
        string? because = null
    ) =>
        _holder.PostAsync(
            $"/api/children/cards/{child}/registers/take",
            new
            {
                askId = asked.Id("askId"),
                take = take.Select(Chosen),
                leave = (leave ?? []).Select(Chosen),
                because,
            }
        );

    private async Task<List<JsonElement>> ItemsAsync(string path, HttpClient? by = null) =>
        [.. (await (by ?? _holder).GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray()];

    private async Task RefreshAsync() =>
        await _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<RefreshFromRegisters>().RunAsync(default);
            return true;
        });

    [Fact]
    public async Task What_came_stands_beside_what_is_here_and_enters_only_when_taken()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        Assert.Equal(9, asked.GetProperty("replies").GetArrayLength());
        Assert.Equal("same", Field(asked, "identity", "surname").Text("state"));
        var address = Field(asked, "residence", "actualAddress");
        var mother = Field(asked, "relatives", "relative.mother", "family");
        var certificate = Field(asked, "documents", "birthCertificate");
        Assert.Equal(("new", null), (address.Text("state"), address.GetProperty("here").GetString()));
        var before = await _holder.CardAsync(child);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("contents").GetProperty("residence").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await TakeAsync(child, asked, [address, mother, certificate])).StatusCode);
        var card = await _holder.CardAsync(child);
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
        var card = await _holder.CardAsync(child);
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
        var card = await _holder.CardAsync(child);
        var source = Assert.Single(card.GetProperty("sources").EnumerateArray().ToList());
        Assert.Equal(("residence", "actualAddress", "address"), (source.Text("section"), source.Text("field"), source.Text("kind")));
        Assert.Contains("asbAddress", source.Text("source"), StringComparison.Ordinal);
        Assert.Equal(
            asked.GetProperty("replies").EnumerateArray().Single(r => r.Text("kind") == "address").Id("requestId"),
            source.Id("requestId")
        );
        Assert.NotEqual("", source.Text("takenBy"));

        var section = new { actualAddress = "Жаңы көч., 1" };
        await _holder.PutAsync($"/api/children/cards/{child}/residence", new { section }, card.SectionVersion("residence")).JsonAsync();
        Assert.Empty((await _holder.CardAsync(child)).GetProperty("sources").EnumerateArray());
    }

    [Fact]
    public async Task A_disagreement_is_a_task_and_never_an_overwrite()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        var born = Field(asked, "identity", "birthDate");
        Assert.Equal(("differs", "2016-05-04", "2016-05-05"), (born.Text("state"), born.Text("here"), born.Text("came")));
        Assert.Equal("2016-05-04", (await _holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
        var task = Assert.Single(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        Assert.Equal(("18", child), (task.Text("clause"), task.Id("childId")));
        Assert.Equal("2026-11-30", task.Text("dueOn"));

        // asked again, it is the same task
        asked = await AskAsync(child);
        Assert.Single(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements"));

        await TakeAsync(child, asked, [], [Field(asked, "identity", "birthDate")], "Күбөлүктүн түп нускасын көрдүм");
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        var settled = Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements"));
        Assert.Equal(("left", "Күбөлүктүн түп нускасын көрдүм"), (settled.Text("state"), settled.Text("because")));

        // the card's word stands: the same values are no task again
        await AskAsync(child);
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
    }

    [Fact]
    public async Task A_taken_disagreement_changes_the_card_with_its_history_and_its_search()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        await TakeAsync(child, asked, [Field(asked, "identity", "birthDate")]);
        Assert.Equal("2016-05-05", (await _holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
        Assert.Equal("taken", Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements")).Text("state"));
        var found = await _holder.PostAsync("/api/children/search", new { text = "Асанова", birthDate = "2016-05-05" }).JsonAsync();
        Assert.Contains(found.GetProperty("items").EnumerateArray(), c => c.Id("id") == child);
        var history = await ItemsAsync($"/api/children/cards/{child}/history");
        Assert.Equal(2, history.Count(c => c.Text("section") == "identity"));
    }

    [Fact]
    public async Task A_choice_made_about_another_card_is_refused()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        var card = await _holder.CardAsync(child);
        var section = new
        {
            surname = "Асанова",
            name = "Айгүл",
            sex = "female",
            birthDate = "2016-05-06",
            pin = BornOtherwise,
        };
        await _holder.PutAsync($"/api/children/cards/{child}/identity", new { section }, card.SectionVersion("identity")).JsonAsync();
        var answer = await TakeAsync(child, asked, [Field(asked, "identity", "birthDate")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("registers.card-changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("2016-05-06", (await _holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
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
        Assert.Equal(HttpStatusCode.BadRequest, (await _holder.PostAsync($"/api/children/cards/{child}/registers/take", body)).StatusCode);
        var other = await ChildAsync(Disabled, "Бегимай");
        Assert.Equal(HttpStatusCode.NotFound, (await TakeAsync(other, asked, [])).StatusCode);
    }

    [Fact]
    public async Task A_card_without_a_number_and_a_closed_case_are_not_asked_about()
    {
        var child = await ChildAsync(pin: null);
        var answer = await _holder.PostAsync($"/api/children/cards/{child}/registers", new { });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("registers.pin-required", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
        var number = (await _holder.CardAsync(child)).GetProperty("case").Text("number");
        var asked = await ItemsAsync($"/api/integration/exchanges/of-child/{child}", await _host.SignedInAsync("unit.aksuu"));
        Assert.Equal(9, asked.Count);
        Assert.All(asked, a => Assert.Equal((number, false), (a.Text("caseNumber"), a.GetProperty("byTheBase").GetBoolean())));
        Assert.All(asked, a => Assert.NotEqual("", a.Text("askedBy")));
    }

    [Fact]
    public async Task A_signal_is_filled_before_its_card_is_opened_and_the_source_stays()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        var asked = await _holder.PostAsync($"/api/children/signals/{signal}/registers", new { pin = Plain }).JsonAsync();
        Assert.Equal("differs", Field(asked, "identity", "surname").Text("state")); // the signal was told another surname
        var identity = new
        {
            surname = Field(asked, "identity", "surname").Text("came"),
            name = "Башка",
            sex = "female",
            birthDate = "2016-05-04",
            pin = Plain,
        };
        var version = await _holder.VersionAsync($"/api/children/signals/{signal}");
        var opened = await _holder
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
        var sources = (await _holder.CardAsync(opened.Id("childId"))).GetProperty("sources").EnumerateArray().Select(s => s.Text("field"));
        // the name was entered otherwise than it came
        Assert.Equal(["birthDate", "pin", "sex", "surname"], sources.Order(StringComparer.Ordinal));
        Assert.Single(await ItemsAsync($"/api/integration/exchanges/of-child/{opened.Id("childId")}"));
    }

    [Fact]
    public async Task What_was_asked_for_a_signal_follows_it_to_the_child_it_is_linked_to()
    {
        var child = await ChildAsync(Plain);
        var signal = (await _holder.RegisterAsync()).Id();
        await _holder.PostAsync($"/api/children/signals/{signal}/registers", new { pin = Plain }).JsonAsync();
        var version = await _holder.VersionAsync($"/api/children/signals/{signal}");
        await _holder.PostAsync($"/api/children/signals/{signal}/link", new { childId = child }, version).JsonAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.StartsWith(
            "S-",
            Assert.Single(await ItemsAsync($"/api/integration/exchanges/of-child/{child}")).Text("caseNumber"),
            StringComparison.Ordinal
        );
    }

    [Fact, Clause("20.5", "20.6")]
    public async Task The_nightly_refresh_proposes_changes_with_their_two_day_clock()
    {
        var disabled = await ChildAsync(Disabled);
        var ended = await ChildAsync(BenefitEnded, "Бегимай");
        var card = await _holder.CardAsync(ended);
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
        await _holder.PutAsync($"/api/children/cards/{ended}/payments", new { section }, card.SectionVersion("payments")).JsonAsync();

        await RefreshAsync();
        var change = (await ItemsAsync($"/api/children/cards/{disabled}/changes")).Single(c => c.Text("kind") == "disability");
        Assert.Equal(("20.5", "2026-11-25"), (change.Text("clause"), change.Text("dueOn")));
        Assert.Equal("20.6", Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes")).Text("clause"));
        Assert.Equal(JsonValueKind.Null, (await _holder.CardAsync(disabled)).GetProperty("contents").GetProperty("disability").ValueKind);
        var asked = await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}");
        Assert.All(asked, a => Assert.True(a.GetProperty("byTheBase").GetBoolean()));

        // run again at once, or a month later with the change still open: nothing is proposed twice
        await RefreshAsync();
        Assert.Equal(asked.Count, (await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}")).Count);
        _host.Clock.Advance(TimeSpan.FromDays(40));
        _holder = await _host.SignedInAsync("holder.aksuu");
        await RefreshAsync();
        Assert.True((await ItemsAsync($"/api/integration/exchanges/of-child/{disabled}")).Count > asked.Count);
        Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes"));
        Assert.Single(await ItemsAsync($"/api/children/cards/{disabled}/changes"), c => c.Text("kind") == "disability");

        // taking what came enters the change
        var again = await AskAsync(ended);
        await TakeAsync(ended, again, [Field(again, "payments", "payment.family-support")]);
        Assert.NotEqual("", Assert.Single(await ItemsAsync($"/api/children/cards/{ended}/changes")).Text("enteredOn"));
    }

    [Fact, Clause("20.1")]
    public async Task A_death_in_the_register_becomes_a_proposed_change_of_status()
    {
        var child = await ChildAsync(Died);
        await RefreshAsync();
        var change = (await ItemsAsync($"/api/children/cards/{child}/changes")).Single(c => c.Text("kind") == "status");
        Assert.Equal(("2026-11-16", "2026-11-23"), (change.Text("happenedOn"), change.Text("learnedOn")));
        Assert.Contains("16.11.2026", change.Text("what"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refresh_gives_up_for_the_night_when_the_exchange_is_down()
    {
        await using var away = new RegistryHost { More = { ["Registry:Tunduk:Simulator"] = "false" } };
        await away.InScopeAsync(async s =>
        {
            await s.GetRequiredService<RefreshFromRegisters>().RunAsync(default);
            return true;
        });
        var asked = await away.InScopeAsync(s =>
            Task.FromResult(
                s.GetRequiredService<Registry.Children.Database.ChildrenDbContext>().RegisterRefreshes.Count(r => r.Version != default)
            )
        );
        // children without a number need no register; those with one wait for the next night
        var holder = await away.SignedInAsync("admin");
        Assert.All(
            (await holder.GetAsync("/api/integration/registers").JsonAsync()).GetProperty("items").EnumerateArray(),
            r => Assert.Equal(JsonValueKind.Null, r.GetProperty("lastAskedAt").ValueKind)
        );
        Assert.InRange(asked, 0, 199);
    }

    [Fact]
    public async Task Every_request_names_the_body_and_the_case()
    {
        using var exchange = new SecurityServer();
        exchange.AnswersRest(null, HttpStatusCode.NoContent);
        await using var host = new RegistryHost
        {
            More =
            {
                ["Registry:Tunduk:Simulator"] = "false",
                ["Registry:Tunduk:SecurityServer"] = exchange.Server.Url!,
                ["Registry:Tunduk:Client"] = "central-server/GOV/71111111/base",
            },
        };
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity(pin: Plain))).Id("childId");
        await holder.PostAsync($"/api/children/cards/{child}/registers", new { kinds = new[] { "education", "family" } }).JsonAsync();
        var number = (await holder.CardAsync(child)).GetProperty("case").Text("number");
        Assert.Equal(2, exchange.Received.Count);
        Assert.All(
            exchange.Received,
            r =>
            {
                Assert.Equal("central-server/GOV/71111111/base", r.Headers!["X-Road-Client"].Single());
                Assert.Equal(number, r.Headers["X-Road-Issue"].Single());
                Assert.Matches("^KG[0-9]{14}\\.[0-9a-f]{32}$", r.Headers["X-Road-UserId"].Single());
            }
        );
    }

    [Fact, Clause("5.admin", "28")]
    public async Task The_administrator_tries_a_service_with_a_number_and_sees_no_person()
    {
        var admin = await _host.SignedInAsync("admin");
        var tried = await admin.PostAsync("/api/integration/registers/person/try", new { pin = Plain }).JsonAsync();
        Assert.Equal("found", tried.Text("outcome"));
        var fields = tried.GetProperty("fields").EnumerateArray().ToDictionary(f => f.Text("field"), f => f.Text("shape"));
        Assert.Equal(("АААААААА"[..7], "0000-00-00"), (fields["surname"], fields["birthDate"]));
        Assert.DoesNotContain("Асанова", tried.GetRawText(), StringComparison.Ordinal);
        var journal = await ItemsAsync("/api/access/journal?size=20", admin);
        Assert.Contains(journal, e => e.GetRawText().Contains("TryRegisterService", StringComparison.Ordinal));
    }

    [Fact, Clause("5.admin")]
    public async Task A_service_is_changed_by_configuration_alone()
    {
        var admin = await _host.SignedInAsync("admin");
        var read = await admin.GetAsync("/api/integration/registers/person").JsonAsync();
        var service = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(read.GetProperty("service").GetRawText())!;
        // the provider has turned its sexes round
        var turned = read.GetProperty("service")
            .GetProperty("fields")
            .GetRawText()
            .Replace("1=Male;2=Female", "2=Male;1=Female", StringComparison.Ordinal);
        service["fields"] = JsonDocument.Parse(turned).RootElement;
        var version = await admin.VersionAsync("/api/integration/registers/person");
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await admin.PutAsync("/api/integration/registers/person", new { service }, version)).StatusCode
        );
        Assert.Equal("male", Field(await AskAsync(await ChildAsync(Plain)), "identity", "sex").Text("came"));

        service["fields"] = JsonDocument.Parse("""[{"field":"income","path":"a"}]""").RootElement;
        version = await admin.VersionAsync("/api/integration/registers/person");
        var refused = await admin.PutAsync("/api/integration/registers/person", new { service }, version);
        Assert.Contains("registers.unknown-field", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        service["isOn"] = JsonDocument.Parse("false").RootElement;
        service["fields"] = JsonDocument.Parse(turned).RootElement;
        await admin.PutAsync("/api/integration/registers/person", new { service }, version);
        var asked = await AskAsync(await ChildAsync(Disabled, "Нуриза"));
        Assert.Equal(
            "not-connected",
            asked.GetProperty("replies").EnumerateArray().Single(r => r.Text("kind") == "person").Text("outcome")
        );
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
