using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Children;

/// <summary>A day found more than a year ago must be confirmed by the territorial unit [19.2].</summary>
[Clause("17.2", "19.2")]
public sealed class DayFoundTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;

    public async Task InitializeAsync() =>
        (_holder, _unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));

    private async Task<(Guid Signal, Guid Child)> OpenedAsync(string foundOn = "2025-11-01")
    {
        var signal = (await _holder.RegisterAsync(Road.FoundLongAgo(foundOn))).Id();
        return (signal, (await _holder.OpenCardFromAsync(signal)).Id("childId"));
    }

    private static async Task<List<JsonElement>> AskedAsync(HttpClient user, Guid child) =>
        [.. (await user.GetAsync($"/api/children/days-found?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray()];

    private Task<HttpResponseMessage> DecideAsync(HttpClient user, JsonElement asked, bool? confirm, string? remarks = "Жооп") =>
        user.PostAsync($"/api/children/days-found/{asked.Id()}/decide", new { confirm, remarks }, asked.Id("version").Etag());

    private async Task<JsonElement> SaidAsync(Guid signal) =>
        (await _holder.GetAsync($"/api/children/signals/{signal}").JsonAsync()).GetProperty("contents").GetProperty("dayFound");

    private async Task CorrectAsync(Guid signal, string foundOn) =>
        await _holder
            .PostAsync(
                $"/api/children/signals/{signal}/correct",
                new
                {
                    source = "report-received",
                    channel = "school",
                    foundOn,
                    receivedOn = "2026-11-23",
                    territory = Road.AkSuu,
                    child = new { name = "Жыпаргүл" },
                    reason = "Жылы жаңылыш жазылган",
                },
                await _holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .NothingAsync();

    [Fact]
    [Clause("25.1")]
    public async Task Another_district_does_not_see_what_is_asked()
    {
        var (_, child) = await OpenedAsync();
        Assert.Single(await AskedAsync(_unit, child));
        Assert.Empty(await AskedAsync(await host.SignedInAsync("holder.alamudun"), child));
    }

    [Fact]
    public async Task The_case_is_opened_at_once_and_the_unit_confirms_the_day_within_two_working_days()
    {
        var (signal, child) = await OpenedAsync();
        var card = await _holder.CardAsync(child);
        Assert.Equal(("opened", "2025-11-01"), (card.GetProperty("case").Text("status"), card.GetProperty("case").Text("foundOn")));
        Assert.Equal("2026-11-25", Assert.Single(card.Owed("confirm-day-found")).Text("dueOn"));
        var asked = Assert.Single(await AskedAsync(_unit, child));
        Assert.Equal(("2025-11-01", "Кошунасы азыр гана айтты"), (asked.Text("foundOn"), asked.Text("reason")));
        Assert.Contains(
            (await _unit.GetAsync("/api/children/days-found").JsonAsync()).GetProperty("items").EnumerateArray(),
            a => a.Id() == asked.Id()
        );
        await host.SettleAsync();
        var notices = (await _unit.GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Contains(notices, n => n.Text("kind") == "day-found-asked");

        Assert.False(Assert.Single(await AskedAsync(_holder, child)).GetProperty("canDecide").GetBoolean());
        await DecideAsync(_holder, asked, true).RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        Assert.Equal("field.required", (await DecideAsync(_unit, asked, null).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("confirm"));
        await DecideAsync(_unit, asked, true, remarks: null).NothingAsync();
        Assert.True((await SaidAsync(signal)).GetProperty("confirmed").GetBoolean());
        await host.SettleAsync();
        Assert.Contains("day-found-decided", await _holder.GetStringAsync("/api/access/notices?size=100"), StringComparison.Ordinal);
        Assert.Empty((await _holder.CardAsync(child)).Owed("confirm-day-found"));
        await DecideAsync(_unit, Assert.Single(await AskedAsync(_unit, child)), true)
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
    }

    [Theory]
    [InlineData("2025-11-23", 0)] // exactly a year ago
    [InlineData("2025-11-22", 1)]
    public async Task Only_a_day_more_than_a_year_back_is_asked_about(string foundOn, int asked)
    {
        var (_, child) = await OpenedAsync(foundOn);
        Assert.Equal(asked, (await AskedAsync(_unit, child)).Count);
    }

    [Fact]
    public async Task A_returned_day_is_corrected_or_asked_about_once_more()
    {
        var (signal, child) = await OpenedAsync();
        var silent = await DecideAsync(_unit, (await AskedAsync(_unit, child))[0], false, remarks: null)
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", silent.CodeAt("remarks"));
        await _unit.DecideDayFoundAsync(child, confirm: false);
        Assert.Equal("Жооп", (await AskedAsync(_holder, child))[0].Text("remarks"));
        Assert.Equal("2026-11-25", Assert.Single((await _holder.CardAsync(child)).Owed("correct-day-found")).Text("dueOn"));

        var path = $"/api/children/signals/{signal}";
        await _holder.PostAsync($"{path}/day-found", new { reason = "Документ бар" }, await _holder.VersionAsync(path)).NothingAsync();
        Assert.Empty((await _holder.CardAsync(child)).Owed("correct-day-found"));
        await _holder
            .PostAsync($"{path}/day-found", new { reason = "x" }, await _holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "day-found.not-returned");
        await _unit.DecideDayFoundAsync(child, confirm: false);

        await CorrectAsync(signal, "2026-11-01");
        var card = await _holder.CardAsync(child);
        Assert.Empty(card.Owed("correct-day-found"));
        Assert.Empty(card.Owed("confirm-day-found"));
        Assert.Equal("2026-11-01", card.GetProperty("case").Text("foundOn"));
        Assert.Equal(JsonValueKind.Null, (await SaidAsync(signal)).ValueKind);
    }

    [Fact]
    public async Task A_day_corrected_to_one_long_ago_is_asked_about_too_and_the_earlier_question_is_called_off()
    {
        var (signal, child) = await OpenedAsync();
        await CorrectAsync(signal, "2025-10-01");
        var asked = await AskedAsync(_unit, child);
        Assert.Equal(["withdrawn", "requested"], asked.ConvertAll(a => a.Text("state")));
        Assert.Single((await _holder.CardAsync(child)).Owed("confirm-day-found"));
        await CorrectAsync(signal, "2026-11-02");
        Assert.Empty((await _holder.CardAsync(child)).Owed("confirm-day-found"));
    }

    [Fact]
    public async Task The_question_waits_while_the_case_is_ended_and_is_owed_again_when_it_goes_on()
    {
        var (_, child) = await OpenedAsync();
        await host.EndCaseAsync(_holder, _unit, child);
        Assert.Empty((await _holder.CardAsync(child)).Owed());
        await DecideAsync(_unit, (await AskedAsync(_unit, child))[0], true).RefusedAsync(HttpStatusCode.Conflict, "case.closed");
        var closing = (await _holder.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        await _holder.PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "x" }, closing.Id("version").Etag()).NothingAsync();
        await host.SettleAsync();
        Assert.Single((await _holder.CardAsync(child)).Owed("confirm-day-found"));
        await _unit.DecideDayFoundAsync(child, confirm: true);
    }

    [Fact]
    [Clause("25.2")]
    public async Task A_record_whose_day_found_nobody_confirmed_is_never_purged_by_itself()
    {
        var (_, child) = await OpenedAsync();
        await host.EndedLongAgoAsync(child);
        await host.PurgeNightAsync();
        Assert.True(await host.RowsAboutAsync(child) > 0);
        var ministry = await host.SignedInAsync("ministry");
        var row = (await ministry.GetAsync("/api/children/purges-due?which=held&size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(r => r.Id("childId") == child);
        Assert.Contains("day-found-unconfirmed", row.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    [Clause("22.1")]
    public async Task A_further_report_of_a_day_long_ago_is_confirmed_too_and_goes_with_its_signal()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var signal = (await _holder.RegisterAsync(Road.FoundLongAgo())).Id();
        await _holder.LinkAsync(signal, child);
        Assert.Single((await _holder.CardAsync(child)).Owed("confirm-day-found"));
        var path = $"/api/children/signals/{signal}";
        await _holder.PostAsync($"{path}/unlink", new { reason = "x" }, await _holder.VersionAsync(path)).NothingAsync();
        Assert.Empty((await _holder.CardAsync(child)).Owed("confirm-day-found"));
        // it is raised again under its own card
        var own = (await _holder.OpenCardFromAsync(signal)).Id("childId");
        Assert.Single((await _holder.CardAsync(own)).Owed("confirm-day-found"));
        var open = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.CountAsync(d => d.ChildId == own && d.IsOpen && d.ResponsibleId == null)
        );
        Assert.Equal(1, open);
    }

    [Fact]
    public async Task A_returned_day_is_nobodys_to_correct_once_its_signal_has_left_the_child()
    {
        await OpenedAsync();
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var signal = (await _holder.RegisterAsync(Road.FoundLongAgo())).Id();
        await _holder.LinkAsync(signal, child);
        // questions about another child are not listed with this one
        Assert.Single(await AskedAsync(_unit, child));
        await _unit.DecideDayFoundAsync(child, confirm: false);
        Assert.Single((await _holder.CardAsync(child)).Owed("correct-day-found"));
        var path = $"/api/children/signals/{signal}";
        await _holder.PostAsync($"{path}/unlink", new { reason = "x" }, await _holder.VersionAsync(path)).NothingAsync();
        var read = await _holder.GetAsync(path).JsonAsync();
        Assert.Equal(["process-report"], read.Owed().ConvertAll(d => d.Text("step")));
        // and no trace of it stays with the wrong child
        Assert.DoesNotContain(
            (await _holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray(),
            d => d.Text("step") == "correct-day-found"
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
