using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>A number held by a card elsewhere leads to its holder: the case is offered, refused, or the two numbers are a conflict to resolve.</summary>
[Clause("14.2", "17.1", "5.holder")]
public sealed class CaseRequestTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _asker = null!;
    private string _pin = "";
    private Guid _child;
    private Guid _signal;

    public async Task InitializeAsync()
    {
        (_holder, _asker) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("holder.alamudun"));
        (_pin, _child) = await CardAsync();
        _signal = (await _asker.RegisterAsync(Road.Signal(territory: Road.Alamudun, child: new { name = "Чолпон", pin = _pin }))).Id();
    }

    private async Task<(string Pin, Guid Child)> CardAsync()
    {
        var pin = Road.NewPin();
        return (pin, (await _holder.OpenCardAsync(Road.NewIdentity("Суралова", "Бегимай", pin))).Id("childId"));
    }

    private Task<JsonElement> AskAsync() => _asker.RequestCaseAsync(_pin, Road.Alamudun, _signal);

    private Task<HttpResponseMessage> TryAskAsync(string? pin = null, Guid? signalId = null, Guid? childId = null, string reason = "x") =>
        _asker.PostAsync(
            "/api/children/case-requests",
            new
            {
                pin = pin ?? _pin,
                reason,
                signalId = signalId ?? (childId is null ? _signal : null),
                childId,
            }
        );

    private static async Task<List<JsonElement>> ListAsync(HttpClient user, string query) =>
        [.. (await user.GetAsync($"/api/children/case-requests?{query}").JsonAsync()).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> ReceivedAsync() => Assert.Single(await ListAsync(_holder, $"childId={_child}"));

    private async Task<JsonElement> SentAsync() => Assert.Single(await ListAsync(_asker, $"side=asker&signalId={_signal}"));

    private static Task<HttpResponseMessage> ActAsync(HttpClient user, JsonElement asked, string act, object body) =>
        user.PostAsync($"/api/children/case-requests/{asked.Id()}/{act}", body, asked.Id("version").Etag());

    private async Task ConflictAsync(string wrongAt)
    {
        await AskAsync();
        await ActAsync(_holder, await ReceivedAsync(), "answer", new { wrongAt, remarks = "Номерди текшериңиз" }).NothingAsync();
    }

    private async Task<HttpResponseMessage> OpenHereAsync() =>
        await _asker.PostAsync(
            $"/api/children/signals/{_signal}/open-card",
            new { identity = Road.NewIdentity("Чынова", "Чолпон", _pin) },
            await _asker.VersionAsync($"/api/children/signals/{_signal}")
        );

    private Task<List<Deadline>> StepsAsync(Step step) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Deadlines.AsNoTracking()
                .Where(d => d.ChildId == _child && d.Step == step)
                .ToListAsync()
        );

    private async Task<bool> ToldAsync(HttpClient user, string kind)
    {
        await _host.SettleAsync();
        return (await user.GetAsync("/api/access/notices?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Any(n => n.Text("kind") == kind);
    }

    [Fact]
    public async Task The_holder_owes_an_answer_in_two_working_days_and_the_asker_learns_only_that_the_card_exists()
    {
        var answer = await AskAsync();
        Assert.Equal("2026-11-25", answer.Text("dueOn"));
        Assert.DoesNotContain($"{_child}", answer.ToString(), StringComparison.Ordinal);
        var owed = Assert.Single(await StepsAsync(Step.AnswerCaseRequest));
        Assert.Equal((true, Road.AkSuu), (owed.IsOpen, owed.Territory));
        Assert.NotNull(owed.ResponsibleId);
        Assert.True(await ToldAsync(_holder, "case-requested"));

        var sent = await _asker.GetStringAsync("/api/children/case-requests?side=asker");
        foreach (var secret in new[] { $"{_child}", "Суралова", "Бегимай", Road.AkSuu, owed.Number })
            Assert.DoesNotContain(secret, sent, StringComparison.Ordinal);
        Assert.Contains("Бала бизде табылды", sent, StringComparison.Ordinal);
        // nor does the requester find it among records of their own territory
        Assert.Empty(await ListAsync(_asker, ""));
        var received = await ReceivedAsync();
        Assert.Equal("Суралова Бегимай", received.Text("childName"));
        Assert.Equal("Жумабаева Айсулуу", received.Text("askedBy"));
        Assert.True(received.GetProperty("canAnswer").GetBoolean());
        // counted and journalled under the found child
        var admin = await _host.SignedInAsync("admin");
        var journal = await admin.GetAsync($"/api/access/journal/of-child/{_child}?size=100").JsonAsync();
        Assert.Contains(journal.GetProperty("items").EnumerateArray(), e => e.Text("action") == "RequestCase");
    }

    [Fact]
    public async Task Offering_the_case_to_who_asked_is_the_answer()
    {
        await AskAsync();
        var received = await ReceivedAsync();
        var offer = new
        {
            to = received.Id("askerId"),
            territory = received.Text("forTerritory"),
            reason = "Көчүп кетти",
        };
        await _holder.PostAsync($"/api/children/cards/{_child}/transfers", offer).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("offered", (await ReceivedAsync()).Text("status"));
        Assert.NotNull(Assert.Single(await StepsAsync(Step.AnswerCaseRequest)).MetOn);
        var offered = (await _asker.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items")[0];
        await _asker
            .PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = true }, offered.Id("version").Etag())
            .NothingAsync();
        await _host.SettleAsync();
        // now the report joins the case
        Assert.Equal(_child, (await _asker.LinkAsync(_signal, _child)).Id("childId"));
    }

    [Fact]
    public async Task A_request_moves_with_a_transfer_to_somebody_else()
    {
        var town = await _host.SignedInAsync("town.aksuu");
        await AskAsync();
        var to = (await _holder.GetAsync($"/api/children/transfers/receivers?territory={Road.Town}&childId={_child}").JsonAsync())
            .GetProperty("items")[0]
            .Id();
        await _holder
            .PostAsync(
                $"/api/children/cards/{_child}/transfers",
                new
                {
                    to,
                    territory = Road.Town,
                    reason = "x",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var offered = (await town.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items")[0];
        await town.PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = true }, offered.Id("version").Etag())
            .NothingAsync();
        await _host.SettleAsync();
        var owed = Assert.Single(await StepsAsync(Step.AnswerCaseRequest));
        Assert.Equal((true, to, Road.Town), (owed.IsOpen, owed.ResponsibleId, owed.Territory));
        await ActAsync(town, Assert.Single(await ListAsync(town, "open=true")), "answer", new { remarks = "Бала бизде" }).NothingAsync();
    }

    [Fact]
    public async Task A_refusal_says_why_and_reaches_the_asker()
    {
        await AskAsync();
        var received = await ReceivedAsync();
        var silent = await ActAsync(_holder, received, "answer", new { remarks = "" });
        Assert.NotNull((await Task.FromResult(silent).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("remarks"));
        await ActAsync(_asker, received, "answer", new { remarks = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await ActAsync(_holder, received, "answer", new { remarks = "Бала бизде жашайт" }).NothingAsync();
        Assert.True(await ToldAsync(_asker, "case-request-answered"));
        var sent = await SentAsync();
        Assert.Equal(("refused", "Бала бизде жашайт"), (sent.Text("status"), sent.Text("answer")));
        Assert.NotNull(Assert.Single(await StepsAsync(Step.AnswerCaseRequest)).MetOn);
        await ActAsync(_holder, await ReceivedAsync(), "answer", new { remarks = "x" })
            .RefusedAsync(HttpStatusCode.Conflict, "case-request.not-open");
        // requested again with a better reason
        await AskAsync();
    }

    [Fact]
    public async Task A_number_entered_wrongly_there_is_corrected_and_free_for_the_child_here()
    {
        await ConflictAsync("here");
        Assert.Equal("conflict", (await SentAsync()).Text("status"));
        Assert.True(Assert.Single(await StepsAsync(Step.SettleNumberConflict)).IsOpen);
        Assert.Equal(HttpStatusCode.Conflict, (await OpenHereAsync()).StatusCode);
        await ActAsync(_holder, await ReceivedAsync(), "settle", new { because = "x", pin = _pin })
            .RefusedAsync(HttpStatusCode.Conflict, "number-conflict.same-number");
        var wrong = await ActAsync(_holder, await ReceivedAsync(), "settle", new { because = "x", pin = "123" });
        Assert.Equal("pin.wrong-format", (await Task.FromResult(wrong).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("pin"));
        await ActAsync(_holder, await ReceivedAsync(), "settle", new { because = "Апасынын номери экен" }).NothingAsync();

        var card = await _holder.CardAsync(_child);
        var identity = card.GetProperty("contents").GetProperty("identity");
        Assert.Equal(JsonValueKind.Null, identity.GetProperty("pin").ValueKind);
        Assert.Equal("being-found-out", identity.GetProperty("unknown").Text("pin"));
        var history = await _holder.GetAsync($"/api/children/cards/{_child}/history").JsonAsync();
        Assert.Contains(_pin, history.ToString(), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await StepsAsync(Step.SettleNumberConflict)).MetOn);
        var sent = await SentAsync();
        Assert.Equal(("settled", "corrected", "Апасынын номери экен"), (sent.Text("status"), sent.Text("settling"), sent.Text("because")));
        Assert.Equal(HttpStatusCode.Created, (await OpenHereAsync()).StatusCode);
        await ActAsync(_holder, await ReceivedAsync(), "settle", new { because = "x" })
            .RefusedAsync(HttpStatusCode.Conflict, "number-conflict.not-open");
    }

    [Fact]
    public async Task A_number_that_is_being_clarified_stands_on_both_cards()
    {
        await ConflictAsync("there");
        await ActAsync(_holder, await ReceivedAsync(), "settle", new { because = "Күбөлүк суралды", beingClarified = true }).NothingAsync();
        Assert.Equal(HttpStatusCode.Created, (await OpenHereAsync()).StatusCode);
        var identity = (await _holder.CardAsync(_child)).GetProperty("contents").GetProperty("identity");
        Assert.True(identity.GetProperty("pinInDoubt").GetBoolean());
        // a save keeps the mark, which cannot be removed while the other card has the number
        async Task<HttpResponseMessage> SaveAsync(bool inDoubt)
        {
            var section = JsonSerializer.SerializeToNode(Road.NewIdentity("Суралова", "Бегимайым", _pin))!;
            section["pinInDoubt"] = inDoubt;
            return await _holder.PutAsync(
                $"/api/children/cards/{_child}/identity",
                new { section },
                (await _holder.CardAsync(_child)).SectionVersion("identity")
            );
        }
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(true)).StatusCode);
        var refused = await SaveAsync(false);
        Assert.Equal("pin.held-elsewhere", (await Task.FromResult(refused).JsonAsync(HttpStatusCode.Conflict)).CodeAt("section.pin"));
    }

    [Fact]
    public async Task Who_asked_may_say_that_the_number_was_wrong_with_them()
    {
        await ConflictAsync("there");
        var sent = await SentAsync();
        Assert.Equal(("there", "Номерди текшериңиз"), (sent.Text("wrongAt"), sent.Text("answer")));
        Assert.True(sent.GetProperty("canWithdraw").GetBoolean());
        await ActAsync(_holder, sent, "withdraw", new { because = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await ActAsync(_asker, sent, "withdraw", new { because = "Көчүрмөдө ката" }).NothingAsync();
        Assert.Equal("wrong-there", (await ReceivedAsync()).Text("settling"));
        Assert.NotNull(Assert.Single(await StepsAsync(Step.SettleNumberConflict)).MetOn);
        Assert.True(await ToldAsync(_holder, "case-request-withdrawn"));
    }

    [Fact]
    public async Task A_request_is_withdrawn_and_its_step_lapses()
    {
        await AskAsync();
        await ActAsync(_asker, await SentAsync(), "withdraw", new { because = "Бала табылды" }).NothingAsync();
        Assert.Equal(LapseReason.RequestWithdrawn, Assert.Single(await StepsAsync(Step.AnswerCaseRequest)).LapsedBecause);
        await ActAsync(_asker, await SentAsync(), "withdraw", new { because = "x" })
            .RefusedAsync(HttpStatusCode.Conflict, "case-request.not-open");
    }

    [Fact]
    [Clause("11.5")]
    public async Task The_end_of_the_case_ends_the_request_and_it_can_be_asked_anew()
    {
        await AskAsync();
        await _host.EndCaseAsync(_holder, await _host.SignedInAsync("unit.aksuu"), _child);
        await _host.SettleAsync();
        Assert.Equal("lapsed", (await SentAsync()).Text("status"));
        Assert.NotNull(Assert.Single(await StepsAsync(Step.AnswerCaseRequest)).LapsedOn);
        Assert.True(await ToldAsync(_asker, "case-request-answered"));
        await AskAsync();
        Assert.Contains(await StepsAsync(Step.AnswerCaseRequest), d => d.IsOpen);
    }

    [Fact]
    public async Task Refuses_a_signal_that_has_its_child_already()
    {
        await _asker.OpenCardFromAsync(_signal, Road.NewIdentity("Суралова", "Бегимай"));
        await TryAskAsync().RefusedAsync(HttpStatusCode.Conflict, "signal.not-open");
    }

    [Fact]
    public async Task Refuses_what_leads_nowhere()
    {
        await TryAskAsync(Road.NewPin()).RefusedAsync(HttpStatusCode.Conflict, "pin.not-held");
        await TryAskAsync(signalId: Guid.CreateVersion7()).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        var both = await TryAskAsync(signalId: _signal, childId: _child).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("case-request.at-what", both.CodeAt("signalId"));
        Assert.Equal("pin.wrong-format", (await TryAskAsync("123").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("pin"));
        Assert.NotNull((await TryAskAsync(reason: "").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("reason"));
        var own = Road.NewPin();
        var mine = (await _asker.OpenCardAsync(Road.NewIdentity("Менинова", pin: own), Road.Signal(territory: Road.Alamudun))).Id(
            "childId"
        );
        await TryAskAsync(own).RefusedAsync(HttpStatusCode.Conflict, "pin.held-here");
        // from a card as from a signal
        await TryAskAsync(childId: mine).JsonAsync(HttpStatusCode.Created);
        await TryAskAsync().RefusedAsync(HttpStatusCode.Conflict, "case-request.asked-already");
        Assert.Single(await ListAsync(_asker, $"side=asker&childId={mine}"));
        var ministry = await _host.SignedInAsync("ministry");
        await ministry
            .PostAsync(
                "/api/children/case-requests",
                new
                {
                    pin = _pin,
                    reason = "x",
                    signalId = _signal,
                }
            )
            .RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Nobody_asks_for_more_than_ten_a_day_and_the_list_comes_in_pages()
    {
        for (var i = 0; i < 10; i++)
            await _asker.RequestCaseAsync((await CardAsync()).Pin, Road.Alamudun, _signal);
        await TryAskAsync().RefusedAsync(HttpStatusCode.TooManyRequests, "case-request.too-many");
        var first = await _holder.GetAsync("/api/children/case-requests?open=true&size=6").JsonAsync();
        Assert.Equal(6, first.GetProperty("items").GetArrayLength());
        var rest = await _holder.GetAsync($"/api/children/case-requests?open=true&size=6&cursor={first.Text("next")}").JsonAsync();
        Assert.Equal(4, rest.GetProperty("items").GetArrayLength());
        _host.Clock.Advance(TimeSpan.FromDays(1));
        (_holder, _asker) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("holder.alamudun"));
        await AskAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
